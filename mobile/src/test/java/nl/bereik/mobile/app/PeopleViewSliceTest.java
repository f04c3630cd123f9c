package nl.bereik.mobile.app;

import static nl.bereik.mobile.app.Fingers.assertTargets;
import static nl.bereik.mobile.app.Fingers.press;
import static nl.bereik.mobile.app.Fingers.shown;
import static nl.bereik.mobile.app.Fingers.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.need.FollowUpNeed;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Names colleagues on a headless screen, without coverage. */
class PeopleViewSliceTest extends PhoneOnScreen {
    @Test
    void aNeedIsHandedOverOnceAColleagueIsPicked(FxRobot robot) {
        open(robot, 1);
        press(robot, "#act-transfer");
        assertThat(people(robot)).containsExactly("Jo (GGD Bijzondere Zorg)", "Jo", "Noor. IrisZorg");
        assertTargets(robot, scene);
        press(robot, "#colleague-chosen");
        assertThat(shown(robot, "#colleague-missing")).isTrue();
        pick(robot, 2);
        assertThat(shown(robot, "#colleague-missing")).isFalse();
        assertThat(lines(robot, ".pick-line"))
                .extracting(line -> line.queryAccessibleAttribute(AccessibleAttribute.SELECTED))
                .containsExactly(false, false, true);
        assertThat(text(robot, "#colleague-chosen")).isEqualTo("Overdragen aan Noor");
        press(robot, "#colleague-chosen");
        assertThat(text(robot, "#need-stands")).isEqualTo("Noor (IrisZorg) is gevraagd");
        assertThat(text(robot, "#need-waiting .label")).startsWith("Overdragen aan Noor, om ");
        assertTargets(robot, scene);
    }

    @Test
    void goingBackNamesNobodyAndWhoIsBroughtInCannotBeBroughtInAgain(FxRobot robot) {
        open(robot, 1);
        press(robot, "#act-refer");
        assertThat(people(robot)).as("Noor is there already").noneMatch(name -> name.startsWith("Noor"));
        pick(robot, 0);
        press(robot, "#back");
        assertThat(text(robot, "#need-stands")).isEqualTo("Jij bent ermee bezig");
        assertThat(text(robot, "#need-beside")).isEqualTo("Erbij gehaald: Noor (IrisZorg)");
        assertThat(robot.lookup("#need-waiting").tryQuery()).isEmpty();
    }

    @Test
    void theTimelineSaysWhoAndWhyAlsoWhatThisVersionDoesNotKnow(FxRobot robot) {
        open(robot, 1);
        assertThat(robot.lookup("#need-timeline .plain").queryAll().stream().map(line -> ((Label) line).getText()))
                .containsExactly(
                        "sam meldde de hulpvraag",
                        "Bereik vroeg Noor (IrisZorg): leefgebied Wonen, gebied Tiel, spreekt Roemeens, caseload 2 van 4",
                        "Bereik lichtte de coördinator in: niet op tijd opgepakt, of niemand die gevraagd kon worden",
                        "Bereik vroeg mij: volgende van het rooster, leefgebied Wonen, gebied Tiel, caseload 1 van 3",
                        "Ik pakte hem op",
                        "Ik haalde Noor (IrisZorg) erbij",
                        "carla: SPLIT, Jo: BY_TOMORROW;x=1");
        assertThat(text(robot, "#need-wish")).isEqualTo("Het liefst: Noor (IrisZorg)");
    }

    @Test
    void aRefusalNamesWhomItWasAbout(FxRobot robot) {
        open(robot, 0);
        assertThat(text(robot, ".need-refused .problem"))
                .isEqualTo("Overdragen aan Noor lukte niet. Er is niemand van die naam die het kan oppakken.");
        assertThat(text(robot, "#need-stands")).isEqualTo("Jij hebt hem opgepakt");
    }

    @Test
    void wishesAreToldAndAPersonOfAnotherOrganisationIsNoWishAnyMore(FxRobot robot) {
        with(robot);
        press(robot, "#needs");
        press(robot, "#raise-need");
        robot.interact(() -> {
            scene.getRoot().applyCss();
            for (String field : List.of("need-urgency", "need-life_domain", "need-area")) {
                chip(field, 0).fire();
            }
            chip("need-person", 3).fire();
            chip("need-partner", 2).fire();
            scene.getRoot().applyCss();
        });
        assertThat(chip("need-person", 0).isSelected())
                .as("Mila is of another one")
                .isTrue();
        robot.interact(() -> chip("need-person", 1).fire());
        assertTargets(robot, scene);
        press(robot, "#save-need");
        robot.interact(screens::lock);
        look(robot, phone -> {
            List<OutboxItem> items = phone.outbox().items();
            FollowUpNeed told = new Needs(phone)
                    .find(items.get(items.size() - 1).opId())
                    .orElseThrow()
                    .view()
                    .need();
            assertThat(told.partner()).isEqualTo("GGD");
            assertThat(told.person()).isEqualTo("jo1@example.org");
        });
    }

    private ToggleButton chip(String field, int which) {
        return (ToggleButton)
                scene.lookup("#" + field).lookupAll(".toggle-button").toArray()[which];
    }

    private static List<String> people(FxRobot robot) {
        return lines(robot, ".pick-line").stream().map(Node::getAccessibleText).toList();
    }

    private static List<Node> lines(FxRobot robot, String query) {
        robot.interact(() -> robot.window(0).getScene().getRoot().applyCss());
        return List.copyOf(robot.lookup(query).queryAll());
    }

    private static void pick(FxRobot robot, int which) {
        Node line = lines(robot, ".pick-line").get(which);
        robot.interact(() -> line.executeAccessibleAction(AccessibleAction.FIRE));
    }

    private void open(FxRobot robot, int which) {
        with(robot);
        press(robot, "#needs");
        robot.interact(() -> NeedShots.pile(scene, 1));
        robot.interact(() -> NeedShots.open(scene, which));
    }

    private void with(FxRobot robot) {
        Fingers.choosePin(robot);
        robot.interact(screens::lock);
        look(robot, PeopleShots::caseload);
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
