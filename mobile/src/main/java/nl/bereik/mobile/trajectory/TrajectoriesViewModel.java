package nl.bereik.mobile.trajectory;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.LookedAt;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.reference.ReferenceData;

/** The trajectories while they are looked at, up to date with what is pulled and told. Called on the screen's thread. */
public final class TrajectoriesViewModel {
    private final Phone phone;
    private final ReadOnlyObjectWrapper<List<KnownTrajectory>> known;
    private final LookedAt<List<KnownTrajectory>> lookedAt;

    public TrajectoriesViewModel(Phone phone, Background background) {
        this.phone = phone;
        Trajectories trajectories = new Trajectories(phone);
        this.known = new ReadOnlyObjectWrapper<>(trajectories.all());
        this.lookedAt = new LookedAt<>(background, phone::onChange, trajectories::all, this::show);
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
        lookedAt.close();
        known.set(List.of());
    }

    private void show(List<KnownTrajectory> now) {
        if (!now.equals(known.get())) {
            known.set(now);
        }
    }
}
