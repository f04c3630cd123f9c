package nl.bereik.mobile.app;

import java.util.function.Consumer;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.SyncTrouble;
import nl.bereik.mobile.lease.Lease;
import nl.bereik.mobile.lock.BarredView;
import nl.bereik.mobile.recovery.SealingViewModel;

/** Stands before an open phone that has no leave to show what it holds. */
final class BarredScreens {
    private final Session open;
    private final Surroundings around;
    private final House house;
    private final Runnable today;
    private final Consumer<Runnable> enrol;
    private boolean shown;

    /**
     * @param today shows the screen of today
     * @param enrol shows the screen of enrolment, which leads back to what it is given
     */
    BarredScreens(Session open, Surroundings around, House house, Runnable today, Consumer<Runnable> enrol) {
        this.open = open;
        this.around = around;
        this.house = house;
        this.today = today;
        this.enrol = enrol;
    }

    /** From now on a sync that gives leave, or takes it away, changes what is shown; an order to erase locks. */
    void watch() {
        open.sync().activityProperty().addListener((property, before, now) -> {
            if (now == AutoSync.Activity.IDLE && open.isOpen() && shown != isBarred()) {
                today.run();
            }
        });
        open.sync().troubleProperty().addListener((property, before, now) -> {
            if (open.isOpen() && now.filter(SyncTrouble.WIPE_ORDERED::equals).isPresent()) {
                house.lock();
            }
        });
    }

    private boolean isBarred() {
        return open.phone().leave() != Lease.Leave.GIVEN;
    }

    /** Shows the way on in the place of another screen, if there is no leave; whether it did. */
    boolean showInstead() {
        shown = isBarred();
        if (shown) {
            show();
        }
        return shown;
    }

    private void show() {
        SealingViewModel sealing = new SealingViewModel(open.phone(), around.device()::handOut, around.work());
        int offlineDays = open.phone().reference().data().settings().offlineDays();
        BarredView.Ways out = new BarredView.Ways() {
            @Override
            public void enrol() {
                enrol.accept(BarredScreens.this::show);
            }

            @Override
            public void lock() {
                house.lock();
            }

            @Override
            public void hide() {
                house.hide();
            }
        };
        house.show(new BarredView(open.phone().leave(), offlineDays, open.sync(), sealing, house.texts(), out).node());
    }
}
