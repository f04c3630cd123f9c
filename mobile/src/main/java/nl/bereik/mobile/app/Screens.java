package nl.bereik.mobile.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import nl.bereik.mobile.activity.OtherLine;
import nl.bereik.mobile.journal.Recovery;
import nl.bereik.mobile.lease.Lease;
import nl.bereik.mobile.look.LastLook;
import nl.bereik.mobile.look.Look;
import nl.bereik.mobile.notes.NotesView;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.settings.Settings.Theme;
import nl.bereik.mobile.today.TodayLine;
import nl.bereik.mobile.today.TodayView;
import nl.bereik.mobile.words.Texts;
import org.jspecify.annotations.Nullable;

/** The way from screen to screen, and locking and hiding from each of them. Used on the JavaFX thread. */
final class Screens implements House {
    private final Surroundings around;
    private final LastLook lastLook;
    private final StackPane root = new StackPane();
    private final IdleLock idleLock;
    private final LockedScreens locked;
    private final NewsBanner news;
    private Texts texts;
    private Theme theme;
    private @Nullable Session session;
    private @Nullable TodayView todayView;
    private @Nullable BarredScreens barred;
    private boolean formLost;
    private boolean needLost;
    private boolean otherLost;

    Screens(Surroundings around) {
        this.around = around;
        this.lastLook = new LastLook(around.parts().disk());
        this.texts = new Texts(lastLook.language());
        this.theme = lastLook.theme();
        this.idleLock = new IdleLock(
                around.parts().clock(), around.delays(), around.work().screen(), this::lock);
        this.news = new NewsBanner(root, around.delays(), around.work().screen());
        this.locked = new LockedScreens(around, this, this::opened);
        root.getStyleClass().add("phone");
        Look.choose(root, theme);
        around.device().onPause(() -> around.work().screen().execute(this::lock));
        locked.lock();
    }

    StackPane root() {
        return root;
    }

    /** The clock that the screens go by. */
    Clock clock() {
        return around.parts().clock();
    }

    /** Whether the app looks as if it were none. */
    ReadOnlyBooleanProperty hiddenProperty() {
        return locked.hiddenProperty();
    }

    /** The user has touched the screen or a key. */
    void touched() {
        idleLock.touched();
    }

    @Override
    public void lock() {
        closeSession();
        locked.lock();
    }

    private void closeSession() {
        idleLock.stop();
        news.close();
        todayView = null;
        if (session != null) {
            formLost = session.forms().isContactTold();
            needLost = session.forms().isNeedTold();
            otherLost = session.forms().isOtherTold();
            session.close();
            session = null;
            barred = null;
        }
    }

    @Override
    public void hide() {
        closeSession();
        locked.hide();
    }

    private void opened(Phone phone) {
        Session opened = new Session(phone, around, this::tellNews);
        session = opened;
        barred = new BarredScreens(opened, around, this, () -> showToday(opened), choices(opened)::enrol);
        barred.watch();
        rememberLooks(phone);
        TodayView today = showToday(opened);
        tellFindings(opened, today);
        opened.begin();
        idleLock.start(Duration.ofMinutes(phone.reference().data().settings().idleLockMinutes()));
    }

    private void tellNews() {
        Session open = session;
        if (open != null && open.phone().leave() == Lease.Leave.GIVEN) {
            // What is being filled in would be lost.
            news.show(texts, () -> {
                if (open.isOpen() && !open.forms().isSomethingTold()) {
                    needScreens(open).inbox();
                }
            });
        }
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
        if (needLost) {
            needLost = false;
            today.tell(texts.get("notice.needLost"), texts.get("notice.needLost.hint"), () -> {});
        }
        if (otherLost) {
            otherLost = false;
            today.tell(texts.get("notice.otherLost"), texts.get("notice.formLost.hint"), () -> {});
        }
        if (opened.phone().isPinShort()) {
            int asked = opened.phone().reference().data().settings().minPinDigits();
            today.tell(texts.get("notice.pinShort"), texts.get("notice.pinShort.hint", asked), () -> {});
        }
        Recovery.Finding finding = opened.phone().recovery().finding();
        if (finding != Recovery.Finding.WHOLE) {
            today.tell(texts.get("notice." + finding), texts.get("notice." + finding + ".hint"), () -> {});
        }
    }

    private TodayView showToday(Session open) {
        open.forms().close();
        open.lookAway();
        TodayView view = todayView == null ? newTodayView(open) : todayView;
        todayView = view;
        open.today().refresh();
        if (barred == null || !barred.showInstead()) {
            show(view.node());
        }
        return view;
    }

    private TodayView newTodayView(Session open) {
        return new TodayView(open.today(), texts, new TodayView.Ways() {
            @Override
            public void newContact() {
                forms(open).fresh();
            }

            @Override
            public void open(TodayLine line) {
                forms(open).telling(line);
            }

            @Override
            public void other() {
                others(open).menu();
            }

            @Override
            public void openOther(OtherLine line) {
                others(open).line(line);
            }

            @Override
            public void enrol() {
                choices(open).enrol(() -> showToday(open));
            }

            @Override
            public void pairing() {
                choices(open).pairing(() -> showToday(open));
            }

            @Override
            public void notes() {
                show(new NotesView(open.openNotes(), texts, () -> showToday(open), Screens.this::hide).node());
            }

            @Override
            public void needs() {
                needScreens(open).inbox();
            }

            @Override
            public void settings() {
                choices(open).settings();
            }

            @Override
            public void hide() {
                Screens.this.hide();
            }
        });
    }

    private FormScreens forms(Session open) {
        return new FormScreens(open, this, needScreens(open)::from, () -> showToday(open));
    }

    private OtherScreens others(Session open) {
        return new OtherScreens(open, this, () -> showToday(open));
    }

    private NeedScreens needScreens(Session open) {
        return new NeedScreens(open, this, () -> showToday(open));
    }

    private SettingsScreens choices(Session open) {
        return new SettingsScreens(open, around, this, () -> showToday(open));
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Theme theme() {
        return theme;
    }

    @Override
    public void wear(Locale language, Theme chosen) {
        if (!texts.locale().equals(language)) {
            texts = new Texts(language);
            todayView = null;
        }
        theme = chosen;
        Look.choose(root, chosen);
        lastLook.keep(language, chosen);
    }

    @Override
    public void show(Node screen) {
        news.over(screen);
    }
}
