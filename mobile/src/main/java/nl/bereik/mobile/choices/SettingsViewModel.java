package nl.bereik.mobile.choices;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.settings.Settings.Theme;
import org.jspecify.annotations.Nullable;

/** What can be chosen on this phone. A choice is kept as soon as it is made. Called on the screen's thread. */
public final class SettingsViewModel {
    private final Phone phone;
    private final Background background;
    private final ObjectProperty<Locale> language;
    private final ObjectProperty<Theme> theme;
    private final StringProperty server = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Remark> remark = new ReadOnlyObjectWrapper<>(Remark.NONE);

    /** What there is to say about the last choice. */
    public enum Remark {
        NONE,
        SERVER_CHANGED,
        BAD_ADDRESS,
        NOT_KEPT
    }

    public SettingsViewModel(Phone phone, Background background) {
        this.phone = phone;
        this.background = background;
        this.language = new SimpleObjectProperty<>(phone.settings().language());
        this.theme = new SimpleObjectProperty<>(phone.settings().theme());
        Enrolment.Install install = phone.enrolment().install();
        if (install != null) {
            server.set(install.server().toString());
        }
        language.addListener(
                (property, before, now) -> keep(() -> phone.settings().chooseLanguage(now)));
        theme.addListener((property, before, now) -> keep(() -> phone.settings().chooseTheme(now)));
    }

    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The server's address as typed; in force only after {@link #changeServer}. */
    public StringProperty serverProperty() {
        return server;
    }

    public ReadOnlyObjectProperty<Remark> remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** The team that this phone logs for; null while it is not enrolled. */
    public @Nullable String team() {
        Enrolment.Install install = phone.enrolment().install();
        return install == null ? null : install.team();
    }

    public String region() {
        return phone.reference().data().region();
    }

    /** When the lists to choose from were last compared with the server's; null when they never were. */
    public @Nullable Instant referenceCheckedAt() {
        return phone.outbox().status().lastSync();
    }

    /** The zone in which times are told. */
    public ZoneId zone() {
        return phone.reference().data().zone();
    }

    /** Takes the address that was typed, when the phone is enrolled: the same server at another address. */
    public void changeServer() {
        URI address;
        try {
            address = Enrolment.parseServer(server.get());
        } catch (IllegalArgumentException e) {
            remark.set(Remark.BAD_ADDRESS);
            return;
        }
        background.run(
                () -> {
                    phone.enrolment().serverMoved(address);
                    return address;
                },
                moved -> {
                    server.set(moved.toString());
                    remark.set(Remark.SERVER_CHANGED);
                },
                failure -> remark.set(Remark.NOT_KEPT));
    }

    private void keep(Runnable choice) {
        background.run(
                () -> {
                    choice.run();
                    return Remark.NONE;
                },
                remark::set,
                failure -> remark.set(Remark.NOT_KEPT));
    }
}
