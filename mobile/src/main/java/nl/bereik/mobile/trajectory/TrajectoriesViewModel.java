package nl.bereik.mobile.trajectory;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.reference.ReferenceData;

/** The trajectories while they are looked at, up to date with what is pulled and told. Called on the screen's thread. */
public final class TrajectoriesViewModel {
    private final Phone phone;
    private final Background background;
    private final Trajectories trajectories;
    private final ReadOnlyObjectWrapper<List<KnownTrajectory>> known;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final Runnable letGo;
    private volatile boolean open = true;

    public TrajectoriesViewModel(Phone phone, Background background) {
        this.phone = phone;
        this.background = background;
        this.trajectories = new Trajectories(phone);
        this.known = new ReadOnlyObjectWrapper<>(trajectories.all());
        this.letGo = phone.onChange(this::changed);
    }

    /** As {@link Trajectories#all}; empty once this is closed. */
    public ReadOnlyObjectProperty<List<KnownTrajectory>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** The organisation's lists, for the words of what is shown. */
    public ReferenceData reference() {
        return phone.reference().data();
    }

    /** Forgets what was read. */
    public void close() {
        open = false;
        letGo.run();
        known.set(List.of());
    }

    private void changed() {
        if (open && refreshing.compareAndSet(false, true)) {
            background.run(
                    () -> {
                        refreshing.set(false);
                        return trajectories.all();
                    },
                    this::show,
                    failure -> refreshing.set(false));
        }
    }

    private void show(List<KnownTrajectory> now) {
        if (open && !now.equals(known.get())) {
            known.set(now);
        }
    }
}
