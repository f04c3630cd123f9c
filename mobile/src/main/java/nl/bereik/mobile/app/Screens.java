package nl.bereik.mobile.app;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import nl.bereik.mobile.capture.ContactFormView;
import nl.bereik.mobile.capture.ContactFormViewModel;
import nl.bereik.mobile.choices.SettingsView;
import nl.bereik.mobile.choices.SettingsViewModel;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.journal.Recovery;
import nl.bereik.mobile.lock.LockView;
import nl.bereik.mobile.lock.LockViewModel;
import nl.bereik.mobile.lock.PinChangeView;
import nl.bereik.mobile.lock.PinChangeViewModel;
import nl.bereik.mobile.look.LastLook;
import nl.bereik.mobile.look.Look;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.settings.Settings.Theme;
import nl.bereik.mobile.setup.EnrolView;
import nl.bereik.mobile.setup.EnrolViewModel;
import nl.bereik.mobile.today.TodayView;
import nl.bereik.mobile.words.Texts;
import org.jspecify.annotations.Nullable;

/** The way from screen to screen, and locking and hiding from each of them. Used on the JavaFX thread. */
final class Screens {
    private static final Duration HIDDEN_TICK = Duration.ofSeconds(10);

    private final Surroundings around;
    private final LastLook lastLook;
    private final StackPane root = new StackPane();
    private final IdleLock idleLock;
    private Texts texts;
    private Theme theme;
    private @Nullable Session session;
    private @Nullable TodayView todayView;
    private boolean formLost;
    private int lockScreens;

    Screens(Surroundings around) {
        this.around = around;
        this.lastLook = new LastLook(around.parts().disk());
        this.texts = new Texts(lastLook.language());
        this.theme = lastLook.theme();
        this.idleLock = new IdleLock(
                around.parts().clock(), around.delays(), around.work().screen(), this::lock);
        root.getStyleClass().add("phone");
        Look.choose(root, theme);
        around.device().onPause(() -> around.work().screen().execute(this::lock));
        showLock();
    }

    StackPane root() {
        return root;
    }

    /** The user has touched the screen or a key. */
    void touched() {
        idleLock.touched();
    }

    /** Closes the phone, if it is open, and shows the lock screen. What was in a form is lost, and told so later. */
    void lock() {
        closeSession();
        showLock();
    }

    private void closeSession() {
        idleLock.stop();
        lockScreens++;
        todayView = null;
        if (session != null) {
            formLost = session.form().map(ContactFormViewModel::touched).orElse(false);
            session.close();
            session = null;
        }
    }

    private void hide() {
        closeSession();
        HideView view = new HideView(around.parts().clock(), texts, this::showLock);
        show(view.node());
        keepTicking(view);
    }

    private void keepTicking(HideView view) {
        around.delays().after(HIDDEN_TICK, () -> around.work().screen().execute(() -> {
            if (root.getChildren().contains(view.node())) {
                view.tick();
                keepTicking(view);
            }
        }));
    }

    private void showLock() {
        int number = ++lockScreens;
        LockViewModel model = new LockViewModel(around.parts(), around.work(), phone -> opened(number, phone));
        LockView view = new LockView(model, texts, new LockView.Looks() {
            @Override
            public void chooseLanguage(Locale language) {
                wear(language, theme);
                showLock();
            }

            @Override
            public void switchTheme() {
                wear(texts.locale(), theme == Theme.NIGHT ? Theme.DARK : Theme.NIGHT);
            }

            @Override
            public void hide() {
                Screens.this.hide();
            }
        });
        show(view.node());
    }

    private void opened(int number, Phone phone) {
        if (number != lockScreens) {
            // The app was hidden or left while the PIN was being tried.
            Session.shut(phone);
            return;
        }
        Session opened = new Session(phone, around);
        session = opened;
        rememberLooks(phone);
        TodayView today = showToday(opened);
        tellFindings(opened, today);
        opened.sync().now();
        idleLock.start(Duration.ofMinutes(phone.reference().data().settings().idleLockMinutes()));
    }

    /** What was chosen on the lock screen counts as chosen. */
    private void rememberLooks(Phone phone) {
        Locale language = texts.locale();
        Theme chosen = theme;
        around.work()
                .run(
                        () -> {
                            if (!phone.settings().language().equals(language)) {
                                phone.settings().chooseLanguage(language);
                            }
                            if (phone.settings().theme() != chosen) {
                                phone.settings().chooseTheme(chosen);
                            }
                            return chosen;
                        },
                        done -> {},
                        // They hold until locked; whoever has a full disk hears so when saving.
                        failure -> {});
    }

    private void tellFindings(Session opened, TodayView today) {
        if (formLost) {
            formLost = false;
            today.tell(texts.get("notice.formLost"), texts.get("notice.formLost.hint"), () -> {});
        }
        Recovery.Finding finding = opened.phone().recovery().finding();
        if (finding != Recovery.Finding.WHOLE) {
            today.tell(texts.get("notice." + finding), texts.get("notice." + finding + ".hint"), () -> {});
        }
    }

    private TodayView showToday(Session open) {
        open.closeForm();
        TodayView view = todayView == null ? newTodayView(open) : todayView;
        todayView = view;
        open.today().refresh();
        show(view.node());
        return view;
    }

    private TodayView newTodayView(Session open) {
        return new TodayView(open.today(), texts, new TodayView.Ways() {
            @Override
            public void newContact() {
                showForm(open);
            }

            @Override
            public void repair(UUID opId) {
                open.today().item(opId).ifPresent(item -> showRepair(open, item));
            }

            @Override
            public void enrol() {
                showEnrol(open, () -> showToday(open));
            }

            @Override
            public void settings() {
                showSettings(open);
            }

            @Override
            public void hide() {
                Screens.this.hide();
            }
        });
    }

    private void showForm(Session open) {
        showForm(
                open,
                open.newForm(opId -> {
                    showToday(open);
                    open.today().saved(opId);
                }),
                false);
    }

    private void showRepair(Session open, OutboxItem refused) {
        showForm(
                open,
                open.repairForm(refused, opId -> {
                    showToday(open);
                    open.sync().now();
                }),
                true);
    }

    private void showForm(Session open, ContactFormViewModel model, boolean repair) {
        show(new ContactFormView(model, texts, repair, () -> showToday(open), this::hide).node());
    }

    private void showEnrol(Session open, Runnable back) {
        Enrolment.Install install = open.phone().enrolment().install();
        EnrolViewModel model = new EnrolViewModel(
                open.client()::enrol,
                around.network(),
                install == null ? "" : install.server().toString(),
                () -> {
                    open.sync().now();
                    showToday(open);
                });
        show(new EnrolView(model, texts, back, this::hide).node());
    }

    private void showSettings(Session open) {
        SettingsViewModel model = new SettingsViewModel(open.phone(), around.work());
        model.languageProperty().addListener((property, before, now) -> {
            wear(now, theme);
            showSettings(open);
        });
        model.themeProperty().addListener((property, before, now) -> wear(texts.locale(), now));
        SettingsView view = new SettingsView(model, texts, new SettingsView.Ways() {
            @Override
            public void back() {
                showToday(open);
            }

            @Override
            public void enrol() {
                showEnrol(open, () -> showSettings(open));
            }

            @Override
            public void changePin() {
                showPinChange(open);
            }

            @Override
            public void lock() {
                Screens.this.lock();
            }

            @Override
            public void hide() {
                Screens.this.hide();
            }
        });
        show(view.node());
    }

    private void showPinChange(Session open) {
        PinChangeViewModel model = new PinChangeViewModel(open.phone()::changePin, around.work(), () -> {
            TodayView today = showToday(open);
            today.tell(texts.get("notice.pinChanged"), texts.get("notice.pinChanged.hint"), () -> {});
        });
        PinChangeView view = new PinChangeView(model, texts, () -> showSettings(open), this::hide);
        show(view.node());
    }

    private void wear(Locale language, Theme chosen) {
        if (!texts.locale().equals(language)) {
            texts = new Texts(language);
            todayView = null;
        }
        theme = chosen;
        Look.choose(root, chosen);
        lastLook.keep(language, chosen);
    }

    private void show(Node screen) {
        root.getChildren().setAll(screen);
    }
}
