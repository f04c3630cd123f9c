package nl.bereik.mobile.app;

import static nl.bereik.mobile.app.Fingers.assertTargets;
import static nl.bereik.mobile.app.Fingers.choice;
import static nl.bereik.mobile.app.Fingers.press;
import static nl.bereik.mobile.app.Fingers.shown;
import static nl.bereik.mobile.app.Fingers.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import nl.bereik.mobile.need.NeedText;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.need.PhoneNeed;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.protocol.need.NeedCommandCodec;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Urgency;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Raises needs and works on them on a headless screen, without coverage. */
class NeedsViewSliceTest extends PhoneOnScreen {
    @Test
    void aWorkerWithoutNeedsIsToldWhatComesHereAndWhyTextsWait(FxRobot robot) {
        Fingers.choosePin(robot);
        assertThat(text(robot, "#needs")).isEqualTo("Hulpvragen");
        press(robot, "#needs");
        assertThat(text(robot, "#needs-empty .strong")).isEqualTo("Je hebt nog geen hulpvraag gemeld");
        assertThat(robot.lookup("#piles").tryQuery()).isEmpty();
        assertTargets(robot, scene);
        press(robot, "#raise-need");
        assertThat(text(robot, "#need-no-key")).contains("sleutel van je team");
        assertThat(robot.lookup("#need-hint-text").tryQuery()).isEmpty();
        assertTargets(robot, scene);
    }

    @Test
    void aNeedIsRaisedFromAContactAndSealed(FxRobot robot) {
        with(robot, phone -> KeySamples.give(phone, KeySamples.key(1)));
        press(robot, "#new-contact");
        press(robot, "#follow-up");
        assertThat(shown(robot, "#problem-gender")).as("first the contact").isTrue();
        robot.interact(() -> {
            for (String field :
                    List.of("channel", "dayPart", "area", "audience", "workForm", "gender", "ageBand", "encounter")) {
                choice(scene, field, 0).fire();
            }
            choice(scene, "topics", 4).fire();
        });
        press(robot, "#follow-up");
        press(robot, "#save-need");
        assertThat(text(robot, "#problem-urgency")).isEqualTo("Hoe snel: maak een keuze.");
        assertThat(shown(robot, "#problem-life_domain")).as("the contact's").isFalse();
        TextArea hint = robot.lookup("#need-hint-text").query();
        robot.interact(() -> {
            choice(scene, "need-urgency", 1).fire();
            hint.setText("groene muts, 06-12345678");
        });
        assertThat(shown(robot, "#problem-urgency")).isFalse();
        press(robot, "#save-need");
        assertThat(text(robot, "#problem-need-hint")).startsWith("Lijkt op een telefoonnummer");
        assertThat(hint.getSelectedText()).isEqualTo("06-12345678");
        assertTargets(robot, scene);
        robot.interact(() -> hint.setText("groene muts"));
        press(robot, "#save-need");
        assertThat(text(robot, "#count")).isEqualTo("1");
        press(robot, "#needs");
        assertThat(lines(robot)).singleElement().satisfies(line -> assertThat(line)
                .contains("Vandaag · ")
                .contains("Wacht op iemand die hem oppakt")
                .endsWith("wacht"));
        robot.interact(screens::lock);
        look(robot, phone -> {
            Needs needs = new Needs(phone);
            PhoneNeed need = needs.now().needs().get(0);
            assertThat(need.view().need().urgency()).isEqualTo(Urgency.TODAY);
            assertThat(need.view().need().contact())
                    .isEqualTo(phone.outbox().items().get(0).opId());
            assertThat(needs.open(need.id(), need.view().need()))
                    .containsEntry(NeedText.HINT, new Opened.Text("groene muts"));
        });
    }

    @Test
    void aCaseManagerAcceptsAndGoesOnOfflineAndSeesWhatWaits(FxRobot robot) {
        with(robot, NeedShots::caseload);
        assertThat(text(robot, "#needs")).isEqualTo("Hulpvragen · 2 nieuw · 1 van jou");
        press(robot, "#needs");
        assertTargets(robot, scene);
        assertThat(lines(robot)).hasSize(2);
        assertThat(lines(robot).get(0)).startsWith("Nu · Veiligheid. Minderjarig · Nijmegen · Roemeens");
        robot.interact(() -> NeedShots.open(scene, 0));
        assertThat(text(robot, "#need-hint")).isEqualTo("Groene muts, loopt met een stok");
        assertThat(text(robot, "#need-stands")).isEqualTo("Wacht op iemand die hem oppakt");
        press(robot, "#act-accept");
        assertThat(text(robot, "#need-stands")).isEqualTo("Jij hebt hem opgepakt");
        assertThat(shown(robot, "#need-unconfirmed")).isTrue();
        assertTargets(robot, scene);
        press(robot, "#act-start");
        press(robot, "#act-finish");
        assertThat(text(robot, "#need-stands")).isEqualTo("Gedaan, door jou");
        robot.interact(screens::lock);
        look(robot, phone -> {
            assertThat(commands(phone)).containsExactly("ACCEPT", "ACCEPT", "START", "FINISH");
            assertThat(new Needs(phone)
                            .find(NeedShots.SIGNAL)
                            .orElseThrow()
                            .view()
                            .state()
                            .status())
                    .isEqualTo(NeedStatus.DONE);
        });
    }

    @Test
    void onlyTheLastStepCanBeUndoneSoThatNothingIsLeftThatTheServerRefuses(FxRobot robot) {
        with(robot, NeedShots::caseload);
        press(robot, "#needs");
        robot.interact(() -> NeedShots.open(scene, 0));
        press(robot, "#act-accept");
        press(robot, "#act-start");
        press(robot, "#act-finish");
        for (String stands :
                List.of("Jij bent ermee bezig", "Jij hebt hem opgepakt", "Wacht op iemand die hem oppakt")) {
            assertThat(robot.lookup("#undo-last").queryAll()).hasSize(1);
            assertTargets(robot, scene);
            press(robot, "#undo-last");
            assertThat(text(robot, "#need-stands")).isEqualTo(stands);
        }
        assertThat(robot.lookup("#need-waiting").tryQuery()).isEmpty();
        robot.interact(screens::lock);
        look(robot, phone -> assertThat(commands(phone))
                .as("that of another need stays")
                .containsExactly("ACCEPT"));
    }

    @Test
    void decliningAsksWhyAndCanBeUndoneWhileItWaits(FxRobot robot) {
        with(robot, NeedShots::caseload);
        press(robot, "#needs");
        robot.interact(() -> NeedShots.open(scene, 1));
        assertThat(text(robot, "#need-stands")).isEqualTo("Jij bent gevraagd");
        press(robot, "#act-decline");
        assertThat(shown(robot, "#decline-reasons")).isTrue();
        assertTargets(robot, scene);
        press(robot, "#decline-keep");
        assertThat(shown(robot, "#decline-reasons")).isFalse();
        press(robot, "#act-decline");
        press(robot, "#reason-full");
        assertThat(text(robot, "#need-stands")).isEqualTo("Jij kon niet; wacht op iemand anders");
        assertThat(robot.lookup("#need-waiting .label").queryAll()).isNotEmpty();
        robot.interact(screens::lock);
        look(robot, phone -> assertThat(phone.outbox().items().stream()
                        .filter(item -> item.isKind(NeedCommandCodec.KIND))
                        .map(item -> item.body().optionalText("reason")))
                .contains("FULL"));
    }

    @Test
    void theLoserOfARaceSeesWhoHasItUntilItWasSeen(FxRobot robot) {
        with(robot, NeedShots::caseload);
        press(robot, "#needs");
        robot.interact(() -> NeedShots.pile(scene, 2));
        assertThat(lines(robot)).singleElement().satisfies(line -> assertThat(line)
                .contains("Oppakken lukte niet: Noor (IrisZorg) was eerder.")
                .endsWith("kijk"));
        robot.interact(() -> NeedShots.open(scene, 0));
        assertThat(text(robot, "#need-stands")).isEqualTo("Noor (IrisZorg) heeft hem opgepakt");
        assertThat(text(robot, ".need-refused .problem")).contains("Noor (IrisZorg) was eerder");
        assertTargets(robot, scene);
        press(robot, ".need-refused .button");
        assertThat(robot.lookup(".need-refused").tryQuery()).isEmpty();
        press(robot, "#back");
        press(robot, "#back");
        assertThat(text(robot, "#needs")).isEqualTo("Hulpvragen · 2 nieuw · 1 van jou");
    }

    @Test
    void theTimelineIsToldInWordsAlsoWhatThisVersionDoesNotKnow(FxRobot robot) {
        with(robot, NeedShots::caseload);
        press(robot, "#needs");
        robot.interact(() -> NeedShots.pile(scene, 3));
        robot.interact(() -> NeedShots.open(scene, 0));
        List<String> told = new ArrayList<>();
        robot.interact(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().lookupAll("#need-timeline .plain").forEach(node -> told.add(((Label) node).getText()));
        });
        assertThat(told)
                .containsExactly(
                        "Sam meldde de hulpvraag",
                        "Bereik vroeg Mila: domein HOUSING, gebied Nijmegen, caseload 2 van 4",
                        "Mila kan niet: Ik zit vol",
                        "Sam: SPLIT");
    }

    @Test
    void whatAWorkerRaisedTellsWhatBecameOfItAndARefusedOneIsRaisedAgain(FxRobot robot) {
        with(robot, NeedShots::raised);
        press(robot, "#needs");
        assertThat(lines(robot)).hasSize(3);
        assertThat(lines(robot).get(2)).contains("Noor (IrisZorg) is ermee bezig");
        assertThat(lines(robot).get(0))
                .contains("De server nam deze hulpvraag niet aan")
                .endsWith("kijk");
        robot.interact(() -> NeedShots.open(scene, 0));
        press(robot, "#need-repair");
        TextArea hint = robot.lookup("#need-hint-text").query();
        assertThat(hint.getText()).isEqualTo("Groene muts");
        press(robot, "#save-need");
        assertThat(lines(robot)).hasSize(3).noneMatch(line -> line.endsWith("kijk"));
    }

    @Test
    void lockingForgetsWhatWasRead(FxRobot robot) {
        with(robot, NeedShots::caseload);
        press(robot, "#needs");
        robot.interact(() -> NeedShots.open(scene, 0));
        Node hint = robot.lookup("#need-hint").query();
        assertThat(hint.getScene()).isNotNull();
        robot.interact(screens::lock);
        assertThat(hint.getScene()).isNull();
    }

    @Test
    void aNeedThatWasNotSavedIsToldAfterLocking(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#needs");
        press(robot, "#raise-need");
        robot.interact(() -> {
            scene.getRoot().applyCss();
            choice(scene, "need-urgency", 0).fire();
        });
        robot.interact(screens::lock);
        Fingers.unlock(robot);
        assertThat(text(robot, ".notice .strong")).isEqualTo("Een hulpvraag is niet bewaard");
    }

    private static List<String> lines(FxRobot robot) {
        robot.interact(() -> robot.window(0).getScene().getRoot().applyCss());
        return robot.lookup(".needs .line-button").queryAll().stream()
                .map(Node::getAccessibleText)
                .toList();
    }

    private static List<String> commands(Phone phone) {
        return phone.outbox().items().stream()
                .filter(item -> item.isKind(NeedCommandCodec.KIND))
                .map(OutboxItem::body)
                .map(body -> body.text("act"))
                .toList();
    }

    private void with(FxRobot robot, Consumer<Phone> filled) {
        Fingers.choosePin(robot);
        robot.interact(screens::lock);
        look(robot, filled);
        Fingers.unlock(robot);
    }

    private void look(FxRobot robot, Consumer<Phone> work) {
        robot.interact(() -> {
            try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
                work.accept(phone);
            }
        });
    }
}
