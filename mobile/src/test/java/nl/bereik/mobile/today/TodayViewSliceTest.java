package nl.bereik.mobile.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import nl.bereik.mobile.activity.OtherLine;
import nl.bereik.mobile.app.ManualDelays;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.Gender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TodayViewSliceTest {
    @TempDir
    static Path folders;

    private static int folder;

    private final List<TodayLine> opened = new ArrayList<>();
    private Phone phone;
    private UUID contact;

    @Start
    void start(Stage stage) {
        MovableClock clock = new MovableClock(PhoneSamples.EVENING);
        phone = Phone.open(PhoneSamples.parts(folders.resolve("today-" + folder++), clock), PhoneSamples.PIN);
        contact = phone.outbox().save(PhoneSamples.contact());
        ManualDelays delays = new ManualDelays();
        AutoSync sync = new AutoSync(
                () -> new SyncResult(SyncResult.End.COMPLETE, 0, 0, 0, true, null),
                Background.direct(),
                delays,
                new Random(1));
        TodayViewModel model = new TodayViewModel(phone, sync, Background.direct(), delays);
        TodayView view = new TodayView(model, new Texts(Texts.LANGUAGES.get(0)), new TodayView.Ways() {
            @Override
            public void newContact() {}

            @Override
            public void open(TodayLine line) {
                opened.add(line);
            }

            @Override
            public void other() {}

            @Override
            public void openOther(OtherLine line) {}

            @Override
            public void enrol() {}

            @Override
            public void pairing() {}

            @Override
            public void notes() {}

            @Override
            public void needs() {}

            @Override
            public void settings() {}

            @Override
            public void hide() {}
        });
        stage.setScene(new Scene(new StackPane(view.node()), 390, 844));
        stage.show();
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void aLineThatStaysAsItIsKeepsTheFocusAndAChangedOneIsShownAnew(FxRobot robot) {
        Node line = robot.lookup(".line-button").query();
        robot.interact(line::requestFocus);
        robot.interact(() -> phone.outbox()
                .saveAll(List.of(new Outbox.NewContact(
                        new UUID(3, 4),
                        PhoneSamples.contact(
                                PhoneSamples.SHIFT.minusYears(1), Channel.ZONE, Gender.WOMAN, AgeBand.FROM_27),
                        true))));
        assertThat(robot.lookup("#status .label").queryLabeled().getText()).isEqualTo("2 wachten op bereik");
        assertThat(line.getScene().getFocusOwner()).isSameAs(line);
        robot.interact(() -> phone.outbox().correct(contact, null));
        assertThat(robot.lookup(".line-button").tryQuery()).isEmpty();
    }

    @Test
    void aPressOpensTheLineAndAFingerThatScrollsDoesNot(FxRobot robot) {
        Node line = robot.lookup(".line-button").query();
        robot.clickOn(line);
        assertThat(opened).extracting(TodayLine::root).containsExactly(contact);
        robot.drag(line).moveBy(40, 0).drop();
        assertThat(opened).hasSize(1);
    }
}
