package nl.bereik.mobile.app;

import static nl.bereik.mobile.app.Fingers.assertTargets;
import static nl.bereik.mobile.app.Fingers.choice;
import static nl.bereik.mobile.app.Fingers.press;
import static nl.bereik.mobile.app.Fingers.shown;
import static nl.bereik.mobile.app.Fingers.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import nl.bereik.mobile.phone.Phone;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Makes and reads notes on a headless screen. */
class NotesViewSliceTest extends PhoneOnScreen {
    @Test
    void beforeThereIsAKeyTheFormAndTheListSayWhyNot(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#new-contact");
        assertThat(text(robot, "#note-no-key")).contains("sleutel van je team");
        assertThat(robot.lookup("#note-text").tryQuery()).isEmpty();
        press(robot, "#back");
        press(robot, "#notes");
        assertThat(text(robot, "#notes-empty .strong")).isEqualTo("Deze telefoon kan nog geen notities lezen");
        assertTargets(robot, scene);
    }

    @Test
    void whatCouldIdentifyIsMarkedAndTheNoteIsReadInTheList(FxRobot robot) {
        withColleagues(robot);
        press(robot, "#new-contact");
        fillIn(robot);
        TextArea area = robot.lookup("#note-text").query();
        robot.interact(() -> area.setText(NoteShots.IDENTIFYING));
        assertThat(text(robot, "#note-counter")).isEqualTo("76 van 500");
        press(robot, "#save");
        assertThat(text(robot, "#problem-note"))
                .isEqualTo("Lijkt op een telefoonnummer: 06-1234…\nLijkt op een e-mailadres: lisa@ex…\n"
                        + "Laat weg wat iemand herkenbaar kan maken.");
        assertThat(area.getSelectedText()).isEqualTo("06-12345678");
        assertThat(area.getAccessibleText()).isEqualTo("Notitie voor het team");
        assertTargets(robot, scene);

        robot.interact(() -> area.setText(NoteShots.ORDINARY));
        assertThat(shown(robot, "#problem-note")).isFalse();
        press(robot, "#save");
        press(robot, "#notes");
        List<String> spoken = robot.lookup(".note-card").queryAll().stream()
                .map(Node::getAccessibleText)
                .toList();
        assertThat(spoken).hasSize(4);
        assertThat(spoken.get(0)).contains("van deze telefoon").endsWith(NoteShots.ORDINARY);
        assertThat(spoken.get(3))
                .isEqualTo("wo 4 mrt. · Internet · Tiel. Deze telefoon heeft de sleutel van deze" + " notitie niet.");
        press(robot, "#back");
        assertThat(text(robot, "#count")).isEqualTo("1");
    }

    @Test
    void theTabKeyLeavesTheNote(FxRobot robot) {
        withColleagues(robot);
        press(robot, "#new-contact");
        TextArea area = robot.lookup("#note-text").query();
        robot.interact(area::requestFocus);
        assertThat(area.isFocused()).isTrue();
        robot.interact(() -> {
            area.setText("a");
            area.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
        });
        assertThat(area.isFocused()).isFalse();
        assertThat(area.getText()).isEqualTo("a");
    }

    private void withColleagues(FxRobot robot) {
        Fingers.choosePin(robot);
        robot.interact(screens::lock);
        robot.interact(() -> {
            try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
                NoteShots.ofColleagues(phone);
            }
        });
        Fingers.unlock(robot);
    }

    private void fillIn(FxRobot robot) {
        robot.interact(() -> {
            scene.getRoot().applyCss();
            for (String field :
                    List.of("channel", "dayPart", "area", "audience", "workForm", "gender", "ageBand", "encounter")) {
                choice(scene, field, 0).fire();
            }
        });
    }
}
