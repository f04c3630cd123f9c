package nl.bereik.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import nl.bereik.mobile.inbox.InboxViewModel;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.NeedSamples;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneListeners;
import nl.bereik.mobile.settings.Settings.Theme;
import nl.bereik.mobile.trajectory.Trajectories;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What was looked at is let go of, screens and all. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class LookingAwayViewSliceTest {
    private static final UUID NEED = NeedSamples.id(1);

    @TempDir
    static Path folders;

    private static int folder;

    private final OneRoom house = new OneRoom();
    private Phone phone;
    private Session session;
    private UUID trajectory;

    /** Shows one screen at a time. */
    private static final class OneRoom implements House {
        private final StackPane root = new StackPane();

        @Override
        public Texts texts() {
            return new Texts(Locale.forLanguageTag("nl"));
        }

        @Override
        public Theme theme() {
            return Theme.values()[0];
        }

        @Override
        public void wear(Locale language, Theme theme) {}

        @Override
        public void show(Node screen) {
            root.getChildren().setAll(screen);
        }

        @Override
        public void lock() {}

        @Override
        public void hide() {}
    }

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(house.root));
        Stand stand = new Stand(folders.resolve("phone-" + folder++));
        phone = Phone.open(stand.parts, PhoneSamples.PIN);
        PhoneSamples.enrol(phone);
        NeedSamples.pull(
                phone,
                NeedSamples.view(
                        NeedSamples.need(NEED, Topic.HOUSING, Urgency.TODAY),
                        NEED,
                        NeedStatus.IN_PROGRESS,
                        NeedSamples.ME,
                        Party.CASE_MANAGER,
                        Party.ASSIGNEE));
        Trajectories trajectories = new Trajectories(phone);
        trajectories.start(
                new TrajectoryStep.Start(Gender.MAN, AgeBand.FROM_21_TO_26, true, null, null), PhoneSamples.SHIFT);
        trajectory = trajectories.all().get(0).id();
        session = new Session(phone, stand.around(), () -> {});
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(session::close);
    }

    @Test
    void onlyWhatIsLookedAtHearsOfChanges(FxRobot robot) {
        robot.interact(() -> {
            int before = PhoneListeners.of(phone);
            for (int times = 0; times < 3; times++) {
                new NeedScreens(session, house, session::lookAway).inbox();
                assertThat(PhoneListeners.of(phone)).as("inbox").isEqualTo(before + 1);
                session.openNeed(NEED);
                assertThat(PhoneListeners.of(phone)).as("need").isEqualTo(before + 1);
                session.openNotes();
                assertThat(PhoneListeners.of(phone)).as("notes").isEqualTo(before + 1);
                new TrajectoryScreens(session, house, session::lookAway).list();
                assertThat(PhoneListeners.of(phone)).as("trajectories").isEqualTo(before + 1);
                new TrajectoryScreens(session, house, session::lookAway).page(trajectory);
                assertThat(PhoneListeners.of(phone)).as("trajectory").isEqualTo(before + 1);
                session.openMonth(YearMonth.from(PhoneSamples.SHIFT));
                assertThat(PhoneListeners.of(phone)).as("month").isEqualTo(before + 1);
            }
            session.lookAway();
            assertThat(PhoneListeners.of(phone)).isEqualTo(before);
        });
    }

    @Test
    void theFormForATrajectoryClosesTheNeedThatItIsFrom(FxRobot robot) {
        robot.interact(() -> {
            int before = PhoneListeners.of(phone);
            session.openNeed(NEED);
            new TrajectoryScreens(session, house, session::lookAway).from(NEED);
            assertThat(PhoneListeners.of(phone)).isEqualTo(before);
        });
    }

    @Test
    void backFromTheMonthClosesIt(FxRobot robot) {
        robot.interact(() -> {
            int before = PhoneListeners.of(phone);
            session.openMonth(YearMonth.from(PhoneSamples.SHIFT));
            new OtherScreens(session, house, session::lookAway).menu();
            assertThat(PhoneListeners.of(phone)).isEqualTo(before);
        });
    }

    @Test
    void theInboxOpensOnThePileThatWasLookedAtLast(FxRobot robot) {
        robot.interact(() -> {
            InboxViewModel first = session.openInbox();
            NeedPile other = first.inboxProperty().get().piles().get(1);
            assertThat(first.pileProperty().get()).isNotEqualTo(other);
            first.pileProperty().set(other);
            session.openNeed(NEED);
            assertThat(session.openInbox().pileProperty().get()).isEqualTo(other);
        });
    }
}
