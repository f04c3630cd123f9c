package nl.bereik.mobile.app;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.SyncTrouble;
import nl.bereik.mobile.lease.Lease;
import nl.bereik.mobile.lock.BarredView;
import nl.bereik.mobile.recovery.SealingViewModel;
import nl.bereik.mobile.words.Texts;

/** Stands before an open phone that has no leave to show what it holds. */
final class BarredScreens {
    private final Session open;
    private final Surroundings around;
    private final Supplier<Texts> texts;
    private final Consumer<Node> show;
    private final Ways ways;
    private boolean shown;

    /** Where it leads. */
    interface Ways {
        void today();

        /** @param back leads to the screen before */
        void enrol(Runnable back);

        void lock();

        void hide();
    }

    BarredScreens(Session open, Surroundings around, Supplier<Texts> texts, Consumer<Node> show, Ways ways) {
        this.open = open;
        this.around = around;
        this.texts = texts;
        this.show = show;
        this.ways = ways;
    }

    /** From now on a sync that gives leave, or takes it away, changes what is shown; an order to erase locks. */
    void watch() {
        open.sync().activityProperty().addListener((property, before, now) -> {
            if (now == AutoSync.Activity.IDLE && open.isOpen() && shown != isBarred()) {
                ways.today();
            }
        });
        open.sync().troubleProperty().addListener((property, before, now) -> {
            if (open.isOpen() && now.filter(SyncTrouble.WIPE_ORDERED::equals).isPresent()) {
                ways.lock();
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
                ways.enrol(BarredScreens.this::show);
            }

            @Override
            public void lock() {
                ways.lock();
            }

            @Override
            public void hide() {
                ways.hide();
            }
        };
        show.accept(new BarredView(open.phone().leave(), offlineDays, open.sync(), sealing, texts.get(), out).node());
    }
}
