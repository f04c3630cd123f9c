package nl.bereik.mobile.look;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.settings.Settings.Theme;
import nl.bereik.mobile.words.Texts;

/**
 * Language and theme of the lock screen, which is shown before the journal with the user's choices can be read. A small
 * readable file, for neither says anything about anybody; when it cannot be read or written, the defaults do.
 */
public final class LastLook {
    private static final String FILE = "look";

    private final Disk disk;
    private Locale language = Texts.LANGUAGES.get(0);
    private Theme theme = Theme.DARK;

    public LastLook(Disk disk) {
        this.disk = disk;
        try {
            if (disk.exists(FILE)) {
                read(new String(disk.read(FILE), StandardCharsets.UTF_8).split("\n", -1));
            }
        } catch (IOException e) {
            theme = Theme.DARK;
        }
    }

    public Locale language() {
        return language;
    }

    public Theme theme() {
        return theme;
    }

    /** Keeps them for the next start. */
    public void keep(Locale chosenLanguage, Theme chosenTheme) {
        if (language.equals(chosenLanguage) && theme == chosenTheme) {
            return;
        }
        language = chosenLanguage;
        theme = chosenTheme;
        try {
            disk.replace(FILE, (language.toLanguageTag() + "\n" + theme.name()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Only the next lock screen's looks are lost; whoever has a full disk hears so when saving.
            return;
        }
    }

    private void read(String[] lines) {
        for (Locale offered : Texts.LANGUAGES) {
            if (offered.toLanguageTag().equals(lines[0])) {
                language = offered;
            }
        }
        if (lines.length > 1 && lines[1].equals(Theme.NIGHT.name())) {
            theme = Theme.NIGHT;
        }
    }
}
