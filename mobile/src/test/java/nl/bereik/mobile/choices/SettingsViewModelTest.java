package nl.bereik.mobile.choices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.choices.SettingsViewModel.Remark;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.settings.Settings.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
    @TempDir
    Path folder;

    private Phone phone;

    @BeforeEach
    void open() {
        phone = Phone.open(PhoneSamples.parts(folder, new MovableClock(PhoneSamples.EVENING)), PhoneSamples.PIN);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void languageAndThemeAreKeptAtOnce() {
        SettingsViewModel model = model();
        model.languageProperty().set(Locale.ENGLISH);
        model.themeProperty().set(Theme.NIGHT);
        assertThat(phone.settings().language()).isEqualTo(Locale.ENGLISH);
        assertThat(phone.settings().theme()).isEqualTo(Theme.NIGHT);
    }

    @Test
    void theServerCanMove() {
        PhoneSamples.enrol(phone);
        SettingsViewModel model = model();
        assertThat(model.team()).isEqualTo("Straatteam Nijmegen");
        model.serverProperty().set("elsewhere.example.org:8443/");
        model.changeServer();
        assertThat(model.remarkProperty().get()).isEqualTo(Remark.SERVER_CHANGED);
        assertThat(Objects.requireNonNull(phone.enrolment().install()).server())
                .hasToString("https://elsewhere.example.org:8443");
    }

    @Test
    void anAddressThatIsNoneChangesNothing() {
        PhoneSamples.enrol(phone);
        SettingsViewModel model = model();
        model.serverProperty().set("no address");
        model.changeServer();
        assertThat(model.remarkProperty().get()).isEqualTo(Remark.BAD_ADDRESS);
        assertThat(Objects.requireNonNull(phone.enrolment().install()).server())
                .hasToString("https://bereik.example.org");
    }

    @Test
    void withoutAServerThereIsNoTeam() {
        assertThat(model().team()).isNull();
        assertThat(model().referenceCheckedAt()).isNull();
    }

    private SettingsViewModel model() {
        return new SettingsViewModel(phone, Background.direct(), false, () -> {});
    }
}
