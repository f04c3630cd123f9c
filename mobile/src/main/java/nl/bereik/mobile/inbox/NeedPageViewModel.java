package nl.bereik.mobile.inbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import nl.bereik.mobile.background.Attempt;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.LookedAt;
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
    private final Needs needs;
    private final UUID id;
    private final Runnable acted;
    private final ReadOnlyObjectWrapper<Optional<NeedPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty declining = new SimpleBooleanProperty();
    private final Attempt<NeedTrouble> doing;
    private final LookedAt<Optional<NeedPage>> lookedAt;

    /** @param acted is told once something that was done is durable */
    public NeedPageViewModel(Phone phone, Background background, UUID id, Runnable acted) {
        this.phone = phone;
        this.needs = new Needs(phone);
        this.id = id;
        this.acted = acted;
        page.set(read());
        this.doing = new Attempt<>(background, NeedTrouble.NONE, NeedTrouble::of);
        this.lookedAt = new LookedAt<>(background, phone::onChange, this::read, page::set);
    }

    /** Empty when there is no such need, or no more, and once it is closed. */
    public ReadOnlyObjectProperty<Optional<NeedPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Why the last thing that was tried could not be done. */
    public ReadOnlyObjectProperty<NeedTrouble> troubleProperty() {
        return doing.troubleProperty();
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
        lookedAt.close();
        page.set(Optional.empty());
    }

    ZoneId zone() {
        return phone.reference().data().zone();
    }

    Instant now() {
        return phone.parts().clock().instant();
    }

    private void run(Supplier<?> work) {
        doing.run(
                work,
                done -> {
                    lookedAt.changed();
                    acted.run();
                },
                lookedAt::changed);
    }

    private Optional<NeedPage> read() {
        return needs.find(id)
                .map(need -> new NeedPage(need, needs.open(id, need.view().need()), needs.people()));
    }
}
