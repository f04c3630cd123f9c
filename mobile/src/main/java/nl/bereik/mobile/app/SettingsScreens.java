package nl.bereik.mobile.app;

import java.time.Duration;
import java.util.function.Supplier;
import javafx.scene.Node;
import nl.bereik.mobile.choices.SettingsView;
import nl.bereik.mobile.choices.SettingsViewModel;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.lock.Patience;
import nl.bereik.mobile.lock.PinChangeView;
import nl.bereik.mobile.lock.PinChangeViewModel;
import nl.bereik.mobile.lock.PinRule;
import nl.bereik.mobile.recovery.SealingViewModel;
import nl.bereik.mobile.setup.EnrolView;
import nl.bereik.mobile.setup.EnrolViewModel;
import nl.bereik.mobile.setup.PairingView;
import nl.bereik.mobile.setup.PairingViewModel;
import nl.bereik.mobile.today.TodayView;

/** Settings, enrolment and another PIN, and the ways between them. */
final class SettingsScreens {
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(4);

    private final Session open;
    private final Surroundings around;
    private final House house;
    private final Supplier<TodayView> today;

    /** @param today shows the screen of today */
    SettingsScreens(Session open, Surroundings around, House house, Supplier<TodayView> today) {
        this.open = open;
        this.around = around;
        this.house = house;
        this.today = today;
    }

    /** @param back leads to the screen before */
    void enrol(Runnable back) {
        Enrolment.Install install = open.phone().enrolment().install();
        EnrolViewModel model = new EnrolViewModel(
                open.client()::enrol,
                around.network(),
                install == null ? "" : install.server().toString(),
                () -> {
                    open.sync().now();
                    pairing(this::showToday);
                });
        house.show(new EnrolView(model, house.texts(), back, house::hide).node());
    }

    /** Approval and the key of the team. @param done leads on */
    void pairing(Runnable done) {
        PairingViewModel model = new PairingViewModel(open.phone(), open.sync(), around.work());
        Node screen = new PairingView(model, house.texts(), done, house::hide).node();
        house.show(screen);
        keepChecking(screen, model);
    }

    /** The server is asked now and then for as long as the screen is there to see. */
    private void keepChecking(Node screen, PairingViewModel model) {
        around.delays().after(BETWEEN_CHECKS, () -> around.work().screen().execute(() -> {
            if (screen.getScene() != null) {
                model.check();
                keepChecking(screen, model);
            }
        }));
    }

    void settings() {
        SettingsViewModel model = new SettingsViewModel(
                open.phone(), around.work(), around.device().push().platform().isPresent(), open::nudgesChosen);
        SealingViewModel sealing = new SealingViewModel(open.phone(), around.device()::handOut, around.work());
        model.languageProperty().addListener((property, before, now) -> {
            house.wear(now, house.theme());
            settings();
        });
        model.themeProperty()
                .addListener((property, before, now) -> house.wear(house.texts().locale(), now));
        SettingsView view = new SettingsView(model, sealing, house.texts(), new SettingsView.Ways() {
            @Override
            public void back() {
                showToday();
            }

            @Override
            public void enrol() {
                SettingsScreens.this.enrol(SettingsScreens.this::settings);
            }

            @Override
            public void pairing() {
                SettingsScreens.this.pairing(SettingsScreens.this::settings);
            }

            @Override
            public void changePin() {
                pinChange();
            }

            @Override
            public void lock() {
                house.lock();
            }

            @Override
            public void hide() {
                house.hide();
            }
        });
        house.show(view.node());
    }

    private void pinChange() {
        Patience patience = new Patience(
                () -> around.parts().pinLock().standing(),
                around.delays(),
                around.work().screen());
        PinChangeViewModel model = new PinChangeViewModel(
                open.phone()::changePin,
                patience,
                new PinRule(open.phone().reference().data().settings().minPinDigits()),
                around.work(),
                () -> today.get()
                        .tell(
                                house.texts().get("notice.pinChanged"),
                                house.texts().get("notice.pinChanged.hint"),
                                () -> {}),
                house::lock);
        house.show(new PinChangeView(model, house.texts(), this::settings, house::hide).node());
    }

    private void showToday() {
        TodayView unused = today.get();
    }
}
