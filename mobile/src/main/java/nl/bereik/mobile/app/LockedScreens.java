package nl.bereik.mobile.app;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import nl.bereik.mobile.lock.LockView;
import nl.bereik.mobile.lock.LockViewModel;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.settings.Settings.Theme;
import nl.bereik.mobile.sync.LockedPhone;

/**
 * What is shown while no phone is open: the lock screen, or a clock as if there were no app; and what is asked then.
 */
final class LockedScreens {
    private static final Duration HIDDEN_TICK = Duration.ofSeconds(10);

    private final Surroundings around;
    private final House house;
    private final Consumer<Phone> open;
    private final LockedWatch watch;
    private final ReadOnlyBooleanWrapper hidden = new ReadOnlyBooleanWrapper();
    private boolean wiped;
    private int current;

    /** @param open goes on with a phone that was opened here */
    LockedScreens(Surroundings around, House house, Consumer<Phone> open) {
        this.around = around;
        this.house = house;
        this.open = open;
        this.watch = new LockedWatch(
                new LockedPhone(around.parts().disk(), around.transport()),
                around.network(),
                around.delays(),
                around.parts().random(),
                house::lock,
                () -> {
                    wiped = true;
                    house.lock();
                });
    }

    ReadOnlyBooleanProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /**
     * Shows the lock screen; nothing changes while the app is hidden, for then it looks like none until it is tapped.
     */
    void lock() {
        if (!hidden.get()) {
            showLock();
        }
    }

    /** Shows a clock. */
    void hide() {
        leave();
        HideView view = new HideView(around.parts().clock(), house.texts(), () -> {
            hidden.set(false);
            showLock();
        });
        hidden.set(true);
        house.show(view.node());
        watch.start();
        keepTicking(view);
    }

    /** A PIN that is being tried opens nothing any more. */
    private int leave() {
        return ++current;
    }

    private void keepTicking(HideView view) {
        around.delays().after(HIDDEN_TICK, () -> around.work().screen().execute(() -> {
            if (view.node().getScene() != null) {
                view.tick();
                keepTicking(view);
            }
        }));
    }

    private void showLock() {
        int number = leave();
        Consumer<Phone> opened = phone -> {
            if (number == current) {
                leave();
                watch.stop();
                wiped = false;
                open.accept(phone);
            } else {
                // The app was hidden or left while the PIN was being tried.
                Session.shut(phone);
            }
        };
        LockViewModel model = new LockViewModel(around.parts(), around.work(), around.delays(), opened);
        if (wiped) {
            model.tellWiped();
        }
        LockView view = new LockView(model, house.texts(), new LockView.Looks() {
            @Override
            public void chooseLanguage(Locale language) {
                house.wear(language, house.theme());
                showLock();
            }

            @Override
            public void switchTheme() {
                house.wear(house.texts().locale(), house.theme() == Theme.NIGHT ? Theme.DARK : Theme.NIGHT);
            }

            @Override
            public void hide() {
                LockedScreens.this.hide();
            }
        });
        house.show(view.node());
        watch.start();
    }
}
