package nl.bereik.mobile.inbox;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.phone.Phone;

/** The needs while they are looked at, up to date with what is pulled and done. Called on the screen's thread. */
public final class InboxViewModel {
    private final Phone phone;
    private final Background background;
    private final Needs needs;
    private final ReadOnlyObjectWrapper<Inbox> inbox = new ReadOnlyObjectWrapper<>(Inbox.NOTHING);
    private final ObjectProperty<NeedPile> pile = new SimpleObjectProperty<>(NeedPile.NEW);
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private Runnable letGo = () -> {};
    private volatile boolean open;

    public InboxViewModel(Phone phone, Background background) {
        this.phone = phone;
        this.background = background;
        this.needs = new Needs(phone);
    }

    /** Empty unless it is open. */
    public ReadOnlyObjectProperty<Inbox> inboxProperty() {
        return inbox.getReadOnlyProperty();
    }

    /** The pile that is looked at. */
    public ObjectProperty<NeedPile> pileProperty() {
        return pile;
    }

    /** Reads the needs, and again whenever something changes. */
    public void open() {
        letGo.run();
        letGo = phone.onChange(this::changed);
        open = true;
        show(read());
    }

    /** Forgets what was read. */
    public void close() {
        open = false;
        letGo.run();
        inbox.set(Inbox.NOTHING);
    }

    /** Puts away what was refused for a need that is not here any more. */
    public void dismiss(UUID item) {
        background.run(() -> needs.dismiss(item), done -> changed(), failure -> changed());
    }

    private Inbox read() {
        return new Inbox(needs.today(), needs.now(), needs.people());
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

    private void show(Inbox now) {
        if (open) {
            if (!now.piles().contains(pile.get())) {
                pile.set(now.piles().get(0));
            }
            inbox.set(now);
        }
    }
}
