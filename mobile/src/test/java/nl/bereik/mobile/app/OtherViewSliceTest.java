package nl.bereik.mobile.app;

import static nl.bereik.mobile.app.Fingers.assertTargets;
import static nl.bereik.mobile.app.Fingers.choice;
import static nl.bereik.mobile.app.Fingers.press;
import static nl.bereik.mobile.app.Fingers.shown;
import static nl.bereik.mobile.app.Fingers.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Tells other events and a trajectory on a headless screen. */
class OtherViewSliceTest extends PhoneOnScreen {
    @Test
    void aPreventionActivityIsToldUndoneToldAgainAndCounted(FxRobot robot) {
        Fingers.choosePin(robot);
        tellPrevention(robot);
        assertThat(shown(robot, "#undo")).isTrue();
        assertThat(text(robot, ".other-line .strong")).isEqualTo("Preventieactiviteit");
        assertThat(text(robot, ".other-line .muted")).isEqualTo("Girlstalk · Risicogroep · 12 deelnemers · Nijmegen");
        assertThat(text(robot, ".other-line .state")).isEqualTo("wacht");
        press(robot, "#undo .text-link");
        assertThat(robot.lookup(".other-line").tryQuery()).isEmpty();

        tellPrevention(robot);
        press(robot, ".other-line");
        press(robot, "#more");
        press(robot, "#save-other");
        assertThat(text(robot, ".other-line .muted")).contains("13 deelnemers");
        press(robot, "#other");
        press(robot, "#month");
        assertThat(text(robot, "#month-participants")).isEqualTo("13");
        assertTargets(robot, scene);
    }

    @Test
    void aTrajectoryIsStartedAndEnded(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#other");
        press(robot, "#trajectories");
        assertThat(shown(robot, "#trajectories-empty")).isTrue();
        press(robot, "#start-trajectory");
        press(robot, "#save-trajectory");
        assertThat(shown(robot, "#problem-gender")).isTrue();
        robot.interact(() -> {
            choice(scene, "gender", 0).fire();
            choice(scene, "ageBand", 2).fire();
        });
        assertTargets(robot, scene);
        press(robot, "#save-trajectory");
        press(robot, "#phase-contact");
        assertTargets(robot, scene);
        press(robot, "#end-exited");
        assertThat(shown(robot, "#confirm")).isTrue();
        press(robot, "#confirm");
        assertThat(text(robot, "#trajectory-stands")).startsWith("Uitgestapt op");
        press(robot, "#relapse");
        press(robot, "#back");
        assertThat(robot.lookup(".line-button").queryAll()).hasSize(1);
        press(robot, "#back");
        press(robot, "#back");
        assertThat(robot.lookup(".other-line").queryAll()).hasSize(4);
    }

    @Test
    void lockingDropsTheFormAndSaysSo(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#other");
        press(robot, "#other-registration");
        robot.interact(() -> choice(scene, "source", 0).fire());
        robot.interact(screens::lock);
        Fingers.unlock(robot);
        assertThat(text(robot, ".notice .strong")).isEqualTo("Een melding is niet bewaard");
        assertThat(robot.lookup(".other-line").tryQuery()).isEmpty();
        press(robot, "#other");
        press(robot, "#hide");
        assertThat(shown(robot, "#hidden")).isTrue();
    }

    private void tellPrevention(FxRobot robot) {
        press(robot, "#other");
        press(robot, "#other-prevention");
        robot.interact(() -> {
            choice(scene, "programme", 0).fire();
            choice(scene, "audience", 1).fire();
            choice(scene, "area", 0).fire();
        });
        press(robot, "#digit-1");
        press(robot, "#digit-2");
        assertTargets(robot, scene);
        press(robot, "#save-other");
    }
}
