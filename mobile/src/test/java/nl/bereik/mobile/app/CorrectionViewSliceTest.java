package nl.bereik.mobile.app;

import static nl.bereik.mobile.app.Fingers.assertTargets;
import static nl.bereik.mobile.app.Fingers.press;
import static nl.bereik.mobile.app.Fingers.shown;
import static nl.bereik.mobile.app.Fingers.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Tells contacts anew on a headless screen, and reads the status card. */
class CorrectionViewSliceTest extends PhoneOnScreen {
    @Test
    void anArrivedContactIsCorrectedAndThatIsUndone(FxRobot robot) {
        withAnArrivedContact(robot);
        assertThat(text(robot, ".line .state")).isEqualTo("aangekomen");

        press(robot, ".line-button");
        assertThat(text(robot, ".screen-title")).isEqualTo("Contact verbeteren");
        assertThat(shown(robot, "#explained")).isTrue();
        assertTargets(robot, scene);
        robot.interact(() -> Fingers.choice(scene, "gender", 1).fire());
        press(robot, "#save");
        assertThat(text(robot, ".line .strong")).isEqualTo("Tippelzone · man 27+");
        assertThat(text(robot, ".line .muted")).isEqualTo("verbeterd · veiligheid, wonen");
        assertThat(text(robot, ".line .state")).isEqualTo("wacht");
        assertThat(text(robot, "#count")).isEqualTo("1");
        assertThat(text(robot, "#undo .label")).isEqualTo("Verbeterd, wordt verzonden");

        press(robot, "#undo .text-link");
        assertThat(text(robot, ".line .strong")).isEqualTo("Tippelzone · vrouw 27+");
        assertThat(text(robot, ".line .state")).isEqualTo("aangekomen");
    }

    @Test
    void anArrivedContactIsTakenBackAfterOneQuestion(FxRobot robot) {
        withAnArrivedContact(robot);
        press(robot, ".line-button");
        press(robot, "#take-back");
        assertThat(shown(robot, "#take-back-question")).isTrue();
        assertTargets(robot, scene);
        press(robot, "#take-back-keep");
        assertThat(shown(robot, "#take-back-question")).isFalse();
        press(robot, "#take-back");
        press(robot, "#take-back-confirm");
        assertThat(text(robot, "#count")).isEqualTo("0");
        assertThat(text(robot, ".line .muted")).startsWith("teruggenomen · ");
        assertThat(text(robot, "#undo .label")).isEqualTo("Teruggenomen");

        meanwhile(robot, phone -> {
            OutboxItem correction = phone.outbox().items().get(1);
            assertThat(correction.saved().kind()).isEqualTo(CorrectionCodec.KIND);
            PhoneSamples.settle(phone, correction.opId(), Verdict.ACCEPTED);
        });
        assertThat(shown(robot, "#empty")).isTrue();
    }

    @Test
    void aContactThatWasTakenBackIsToldAfterAll(FxRobot robot) {
        withAnArrivedContact(robot);
        press(robot, ".line-button");
        press(robot, "#take-back");
        press(robot, "#take-back-confirm");
        press(robot, ".line-button");
        assertThat(text(robot, "#explained")).startsWith("Dit contact is teruggenomen.");
        assertThat(shown(robot, "#take-back")).isFalse();
        press(robot, "#save");
        assertThat(text(robot, "#count")).isEqualTo("1");
        assertThat(shown(robot, "#done"))
                .as("the taking back is gone: there is nothing to undo")
                .isTrue();
    }

    @Test
    void aLineIsAButtonToAScreenReader(FxRobot robot) {
        withAnArrivedContact(robot);
        Node line = robot.lookup(".line-button").query();
        assertThat(line.getAccessibleRole()).isEqualTo(AccessibleRole.BUTTON);
        assertThat(line.getAccessibleText()).contains("vrouw 27+", "aangekomen");
        assertThat(line.getAccessibleHelp()).isEqualTo("Opent het contact om het te verbeteren");
        assertThat(line.isFocusTraversable()).isTrue();
        robot.interact(() -> line.executeAccessibleAction(AccessibleAction.FIRE));
        assertThat(text(robot, ".screen-title")).isEqualTo("Contact verbeteren");
    }

    @Test
    void theStatusCardTellsWhatIsProvedAndWhen(FxRobot robot) {
        Fingers.choosePin(robot);
        meanwhile(robot, phone -> {
            PhoneSamples.enrol(phone);
            UUID held = phone.outbox().save(PhoneSamples.contact());
            ContentHash hash = PhoneSamples.settle(phone, held, Verdict.ACCEPTED);
            phone.outbox().sending().synced(new Custody(1, List.of(), 1, hash));
        });
        assertThat(status(robot))
                .contains(
                        "Om 21:41 bewezen: de server heeft het ene item van deze telefoon",
                        "Laatst gelukt: vandaag 21:41");
        meanwhile(robot, phone -> phone.outbox().save(PhoneSamples.contact()));
        assertThat(status(robot))
                .contains("Om 21:41 bewezen: de server heeft het ene item dat is aangekomen", "1 wacht op bereik");
    }

    @Test
    void theStatusCardTellsWhatIsLostAndWhatFollowsAFailedProof(FxRobot robot) {
        Fingers.choosePin(robot);
        meanwhile(robot, phone -> {
            PhoneSamples.enrol(phone);
            phone.record(new Entry.Lost(5, ContentHash.NONE, 2));
            phone.outbox().sending().synced(Custody.NONE);
        });
        assertThat(status(robot))
                .contains(
                        "2 contacten die waren aangekomen ontbreken op de server en staan niet meer op deze telefoon",
                        "De server telt iets anders dan deze telefoon",
                        "Laatst gelukt: vandaag 21:41")
                .anyMatch(text -> text.startsWith("Bij de volgende keer versturen vergelijkt de telefoon alle nummers"))
                .noneMatch(text -> text.contains("bewezen"));
    }

    private static List<String> status(FxRobot robot) {
        assertThat(shown(robot, "#status")).isTrue();
        return robot.lookup("#status .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private void withAnArrivedContact(FxRobot robot) {
        Fingers.choosePin(robot);
        meanwhile(
                robot,
                phone -> PhoneSamples.settle(phone, phone.outbox().save(PhoneSamples.contact()), Verdict.ACCEPTED));
    }

    /** Does something with the phone while the app is locked. */
    private void meanwhile(FxRobot robot, Consumer<Phone> change) {
        robot.interact(screens::lock);
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            change.accept(phone);
        }
        Fingers.unlock(robot);
    }
}
