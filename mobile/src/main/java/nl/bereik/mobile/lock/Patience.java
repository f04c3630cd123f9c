package nl.bereik.mobile.lock;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.Delays;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.journal.PinStanding;

/** How it stands with trying PINs, counting down while there is to wait. Called on the screen's thread. */
public final class Patience {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Supplier<PinStanding> source;
    private final Delays delays;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<PinStanding> standing;
    private boolean ticking;

    /** @param source tells how it stands; see {@link nl.bereik.mobile.journal.PinLock#standing} */
    public Patience(Supplier<PinStanding> source, Delays delays, Executor screen) {
        this.source = source;
        this.delays = delays;
        this.screen = screen;
        this.standing = new ReadOnlyObjectWrapper<>(new PinStanding(Integer.MAX_VALUE, Duration.ZERO, false));
        look();
    }

    ReadOnlyObjectProperty<PinStanding> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Asks again. */
    void look() {
        try {
            standing.set(source.get());
        } catch (JournalException e) {
            // Whoever tries a PIN now hears what is wrong with the disk, and is not let in.
            return;
        }
        if (standing.get().waits() && !ticking) {
            ticking = true;
            delays.after(TICK, () -> screen.execute(this::tick));
        }
    }

    private void tick() {
        ticking = false;
        look();
    }
}
