package nl.bereik.mobile.app;

import static nl.bereik.mobile.app.Fingers.assertTargets;
import static nl.bereik.mobile.app.Fingers.press;
import static nl.bereik.mobile.app.Fingers.shown;
import static nl.bereik.mobile.app.Fingers.text;
import static nl.bereik.mobile.app.Fingers.type;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Clicks through the whole app on a headless screen. */
class PhoneViewSliceTest extends PhoneOnScreen {
    private static final String DIGITS = PhoneSamples.PIN.digits();

    @Test
    void fromTheFirstPinToAContactTakenBack(FxRobot robot) {
        Fingers.choosePin(robot);
        assertThat(shown(robot, "#empty")).isTrue();
        assertThat(text(robot, "#count")).isEqualTo("0");

        robot.clickOn("#new-contact");
        fillFirstContact(robot);
        robot.clickOn("#save");
        assertThat(text(robot, "#count")).isEqualTo("1");
        assertThat(robot.lookup(".line").queryAll()).hasSize(1);
        assertThat(text(robot, ".line .strong")).isEqualTo("Tippelzone · vrouw 27+");
        assertThat(text(robot, ".line .state")).isEqualTo("wacht");

        robot.clickOn("#undo .text-link");
        assertThat(text(robot, "#count")).isEqualTo("0");
        assertThat(shown(robot, "#empty")).isTrue();
    }

    @Test
    void theSecondContactNeedsSixTaps(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#new-contact");
        fillFirstContact(robot);
        press(robot, "#save");

        press(robot, "#new-contact");
        assertThat(text(robot, "#summary")).isEqualTo("Avond · Nijmegen · Sekswerker · Straat");
        press(robot, "Man");
        press(robot, "21–26");
        press(robot, "Eerste keer");
        press(robot, "Wonen");
        press(robot, "#save");
        assertThat(text(robot, "#count")).isEqualTo("2");
        assertThat(text(robot, ".line .strong")).isEqualTo("Tippelzone · man 21–26");
    }

    @Test
    void aWrongPinIsToldAndTheRightOneOpens(FxRobot robot) {
        Fingers.choosePin(robot);
        robot.interact(screens::lock);
        type(robot, "999999");
        press(robot, "#pin-confirm");
        assertThat(text(robot, "#pin-remark")).isEqualTo("Die pincode klopt niet. Probeer het nog eens.");
        type(robot, DIGITS);
        press(robot, "#pin-confirm");
        assertThat(shown(robot, "#new-contact")).isTrue();
    }

    @Test
    void theKeyboardWorksAsWell(FxRobot robot) {
        for (int i = 0; i < 2; i++) {
            robot.type(KeyCode.DIGIT1, KeyCode.DIGIT3, KeyCode.DIGIT5, KeyCode.DIGIT7, KeyCode.DIGIT2, KeyCode.DIGIT4);
            robot.type(KeyCode.DIGIT9);
            robot.type(KeyCode.BACK_SPACE);
            robot.type(KeyCode.ENTER);
        }
        assertThat(shown(robot, "#new-contact")).isTrue();
    }

    @Test
    void aMissingFieldIsMarkedInWordsAndNothingIsSaved(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#new-contact");
        press(robot, "Zone");
        press(robot, "#save");
        assertThat(text(robot, "#problem-gender")).isEqualTo("Gender: maak een keuze.");
        assertThat(shown(robot, "#problem-gender")).isTrue();
        assertThat(shown(robot, "#problem-channel")).isFalse();
        press(robot, "#back");
        assertThat(text(robot, "#count")).isEqualTo("0");
    }

    @Test
    void languageAndThemeSwitchAtOnceAndStay(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#settings");
        press(robot, "English");
        assertThat(text(robot, ".screen-title")).isEqualTo("Settings");
        press(robot, "Night (red)");
        assertThat(night()).isTrue();
        press(robot, "#lock-now");
        assertThat(text(robot, ".pin-title")).isEqualTo("Enter your PIN");
        type(robot, DIGITS);
        press(robot, "#pin-confirm");
        assertThat(text(robot, ".screen-title")).isEqualTo("Today");
        assertThat(night()).isTrue();
    }

    @Test
    void hidingShowsNothingOfTheAppAndLocks(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#hide");
        assertThat(robot.lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .noneMatch(text -> text.contains("Bereik") || text.contains("contact"));
        try (Phone free = Phone.open(stand.parts, PhoneSamples.PIN)) {
            assertThat(free.outbox().items()).isEmpty();
        }
        press(robot, "#hidden");
        assertThat(shown(robot, "#pin-confirm")).isTrue();
    }

    @Test
    void leavingTheForegroundLocksAndALostFormIsTold(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#new-contact");
        press(robot, "Zone");
        robot.interact(stand.device.pause);
        assertThat(shown(robot, "#pin-confirm")).isTrue();
        type(robot, DIGITS);
        press(robot, "#pin-confirm");
        assertThat(text(robot, ".notice .strong")).isEqualTo("Een contact is niet bewaard");
        press(robot, "#dismiss");
        assertThat(robot.lookup(".notice").tryQuery()).isEmpty();
    }

    @Test
    void aRefusedContactOpensWithItsReasonAndIsReplaced(FxRobot robot) {
        Fingers.choosePin(robot);
        robot.interact(screens::lock);
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            PhoneSamples.settle(
                    phone,
                    phone.outbox().save(PhoneSamples.contact()),
                    Verdict.REJECTED,
                    new FieldProblem("on", Reason.DATE_IN_FUTURE));
        }
        type(robot, DIGITS);
        press(robot, "#pin-confirm");
        press(robot, ".line-button");
        assertThat(text(robot, "#problem-on")).isEqualTo("Dag van de dienst: ligt in de toekomst.");
        assertThat(((ToggleButton) Fingers.choice(scene, "gender", 0)).isSelected())
                .isTrue();
        press(robot, "#save");
        assertThat(robot.lookup(".state-needs_repair").tryQuery()).isEmpty();
        assertThat(text(robot, "#count")).isEqualTo("1");
        assertThat(shown(robot, "#undo")).isFalse();
    }

    @Test
    void everythingThatCanBeTouchedIsLargeEnoughAndHasAName(FxRobot robot) {
        assertTargets(robot, scene);
        Fingers.choosePin(robot);
        assertTargets(robot, scene);
        press(robot, "#new-contact");
        assertTargets(robot, scene);
        press(robot, "#back");
        press(robot, "#enrol");
        assertTargets(robot, scene);
        press(robot, "#back");
        press(robot, "#settings");
        assertTargets(robot, scene);
    }

    /** Presses what may lie below the fold. */
    private void fillFirstContact(FxRobot robot) {
        robot.interact(() -> {
            Fingers.choice(scene, "channel", 0).fire();
            Fingers.choice(scene, "area", 0).fire();
            Fingers.choice(scene, "audience", 0).fire();
            Fingers.choice(scene, "workForm", 0).fire();
            Fingers.choice(scene, "gender", 0).fire();
            Fingers.choice(scene, "ageBand", 3).fire();
            Fingers.choice(scene, "encounter", 1).fire();
        });
    }

    private boolean night() {
        return screens.root().getPseudoClassStates().contains(PseudoClass.getPseudoClass("night"));
    }
}
