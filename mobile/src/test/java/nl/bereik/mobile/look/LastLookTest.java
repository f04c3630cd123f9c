package nl.bereik.mobile.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.settings.Settings.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLookTest {
    @TempDir
    Path folder;

    @Test
    void startsInDutchAndDark() throws IOException {
        LastLook look = new LastLook(new FileDisk(folder));
        assertThat(look.language().getLanguage()).isEqualTo("nl");
        assertThat(look.theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void isThereAtTheNextStart() throws IOException {
        new LastLook(new FileDisk(folder)).keep(Locale.ENGLISH, Theme.NIGHT);
        LastLook look = new LastLook(new FileDisk(folder));
        assertThat(look.language()).isEqualTo(Locale.ENGLISH);
        assertThat(look.theme()).isEqualTo(Theme.NIGHT);
    }

    @Test
    void passesOverWhatItCannotRead() throws IOException {
        Files.writeString(folder.resolve("look"), "xx\nPINK\nmore");
        LastLook look = new LastLook(new FileDisk(folder));
        assertThat(look.language().getLanguage()).isEqualTo("nl");
        assertThat(look.theme()).isEqualTo(Theme.DARK);
    }
}
