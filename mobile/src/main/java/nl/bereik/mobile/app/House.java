package nl.bereik.mobile.app;

import java.util.Locale;
import javafx.scene.Node;
import nl.bereik.mobile.settings.Settings.Theme;
import nl.bereik.mobile.words.Texts;

/** What the rooms of the app share. Used on the JavaFX thread. */
interface House {
    Texts texts();

    Theme theme();

    void wear(Locale language, Theme theme);

    void show(Node screen);

    /** Closes the phone, if it is open, and shows the lock screen. What was in a form is lost, and told so later. */
    void lock();

    /** Closes the phone, if it is open, and shows a clock. What was in a form is lost, as with {@link #lock}. */
    void hide();
}
