package nl.bereik.mobile.inbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;

/**
 * One need while it is looked at, with its texts opened, and what is done to it. Nothing of it is kept after
 * {@link #close}. Called on the screen's thread.
 */
public final class NeedPageViewModel {
    private final Phone phone;
    private final Background background;
    private final Needs needs;
    private final UUID id;
    private final Runnable acted;
    private final ReadOnlyObjectWrapper<Optional<NeedPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<NeedTrouble> trouble = new ReadOnlyObjectWrapper<>(NeedTrouble.NONE);
    private final BooleanProperty declining = new SimpleBooleanProperty();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final Runnable letGo;
    private volatile boolean open = true;
    private boolean busy;

    /** @param acted is told once something that was done is durable */
    public NeedPageViewModel(Phone phone, Background background, UUID id, Runnable acted) {
        this.phone = phone;
        this.background = background;
        this.needs = new Needs(phone);
        this.id = id;
        this.acted = acted;
        page.set(read());
        this.letGo = phone.onChange(this::changed);
    }

    /** Empty when there is no such need, or no more, and once it is closed. */
    public ReadOnlyObjectProperty<Optional<NeedPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Why the last thing that was tried could not be done. */
    public ReadOnlyObjectProperty<NeedTrouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether the user is being asked why the need cannot be taken. */
    public BooleanProperty decliningProperty() {
        return declining;
    }

    /** Does this to the need; declining asks for the reason first. Acts that name somebody go by {@link #name}. */
    public void act(NeedAct act) {
        if (act == NeedAct.DECLINE) {
            declining.set(true);
        } else {
            run(() -> needs.act(NeedCommand.of(id, act)));
        }
    }

    public void decline(DeclineReason reason) {
        declining.set(false);
        run(() -> needs.act(new NeedCommand(id, NeedAct.DECLINE, null, reason)));
    }

    /** Does this to the need, naming whoever has this account. */
    public void name(NeedAct act, String account) {
        run(() -> needs.act(new NeedCommand(id, act, account, null)));
    }

    /** Takes back what was done last, if it was not sent meanwhile. */
    public void undoLast(UUID item) {
        run(() -> needs.undoLast(item));
    }

    /** Puts away what was refused. */
    public void dismiss(UUID item) {
        run(() -> needs.dismiss(item));
    }

    /** Forgets what was read. */
    public void close() {
        open = false;
        letGo.run();
        page.set(Optional.empty());
    }

    ZoneId zone() {
        return phone.reference().data().zone();
    }

    Instant now() {
        return phone.parts().clock().instant();
    }

    private void run(Supplier<?> work) {
        if (busy) {
            return;
        }
        busy = true;
        trouble.set(NeedTrouble.NONE);
        background.run(
                work::get,
                done -> {
                    busy = false;
                    changed();
                    acted.run();
                },
                failure -> {
                    busy = false;
                    trouble.set(NeedTrouble.of(failure));
                    changed();
                });
    }

    private Optional<NeedPage> read() {
        return needs.find(id)
                .map(need -> new NeedPage(need, needs.open(id, need.view().need()), needs.people()));
    }

    private void changed() {
        if (open && refreshing.compareAndSet(false, true)) {
            background.run(
                    () -> {
                        refreshing.set(false);
                        return read();
                    },
                    this::show,
                    failure -> refreshing.set(false));
        }
    }

    private void show(Optional<NeedPage> now) {
        if (open) {
            page.set(now);
        }
    }
}
