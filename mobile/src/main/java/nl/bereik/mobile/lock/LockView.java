package nl.bereik.mobile.lock;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;

/** The lock screen. */
public final class LockView {
    private final Frame frame;

    /** What the lock screen offers beside the PIN, for a first user who reads no Dutch or stands in the dark. */
    public interface Looks {
        void chooseLanguage(Locale language);

        void switchTheme();

        void hide();
    }

    public LockView(LockViewModel model, Texts texts, Looks looks) {
        frame = new Frame(texts, texts.get("app.name"), null, looks::hide);
        frame.getStyleClass().add("lock");
        Button theme = Kit.iconButton(Icon.MOON, texts.get("lock.theme"), looks::switchTheme);
        theme.setId("theme");
        frame.addAction(theme);
        for (Locale language : Texts.LANGUAGES) {
            if (!language.getLanguage().equals(texts.locale().getLanguage())) {
                Button other = Kit.link(
                        texts.language(language.getLanguage() + ".self"), () -> looks.chooseLanguage(language));
                other.setId("language-" + language.getLanguage());
                frame.addAction(other);
            }
        }
        frame.setCenter(new PinPadView(model, texts));
    }

    public Node node() {
        return frame;
    }
}
