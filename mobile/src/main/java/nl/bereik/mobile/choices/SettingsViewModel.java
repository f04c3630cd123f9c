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
    private final boolean canBeNudged;
    private final ObjectProperty<Locale> language;
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Boolean> push;
    private final StringProperty server = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Remark> remark = new ReadOnlyObjectWrapper<>(Remark.NONE);

    /** What there is to say about the last choice. */
    public enum Remark {
        NONE,
        SERVER_CHANGED,
        BAD_ADDRESS,
        NOT_KEPT
    }

    /**
     * @param canBeNudged whether the device can be nudged at all
     * @param pushChosen is told once another choice about nudges is durable
     */
    public SettingsViewModel(Phone phone, Background background, boolean canBeNudged, Runnable pushChosen) {
        this.phone = phone;
        this.background = background;
        this.canBeNudged = canBeNudged;
        this.language = new SimpleObjectProperty<>(phone.settings().language());
        this.theme = new SimpleObjectProperty<>(phone.settings().theme());
        this.push = new SimpleObjectProperty<>(phone.settings().push());
        Enrolment.Install install = phone.enrolment().install();
        if (install != null) {
            server.set(install.server().toString());
        }
        language.addListener(
                (property, before, now) -> keep(() -> phone.settings().chooseLanguage(now)));
        theme.addListener((property, before, now) -> keep(() -> phone.settings().chooseTheme(now)));
        push.addListener((property, before, now) -> background.run(
                () -> {
                    phone.settings().choosePush(now);
                    return Remark.NONE;
                },
                kept -> {
                    remark.set(kept);
                    pushChosen.run();
                },
                failure -> remark.set(Remark.NOT_KEPT)));
    }

    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Whether this phone may be nudged while the app is not looked at. */
    public ObjectProperty<Boolean> pushProperty() {
        return push;
    }

    /** Whether this phone can be nudged at all. */
    public boolean canBeNudged() {
        return canBeNudged;
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
