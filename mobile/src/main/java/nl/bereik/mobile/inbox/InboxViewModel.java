package nl.bereik.mobile.inbox;

import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.LookedAt;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.phone.Phone;

/** The needs while they are looked at, up to date with what is pulled and done. Called on the screen's thread. */
public final class InboxViewModel {
    private final Background background;
    private final Needs needs;
    private final ReadOnlyObjectWrapper<Inbox> inbox = new ReadOnlyObjectWrapper<>(Inbox.NOTHING);
    private final ObjectProperty<NeedPile> pile = new SimpleObjectProperty<>();
    private final LookedAt<Inbox> lookedAt;

    /** @param first the pile that is looked at first, when there is one */
    public InboxViewModel(Phone phone, Background background, NeedPile first) {
        this.background = background;
        this.needs = new Needs(phone);
        pile.set(first);
        show(read());
        this.lookedAt = new LookedAt<>(background, phone::onChange, this::read, this::show);
    }

    /** Empty once this is closed. */
    public ReadOnlyObjectProperty<Inbox> inboxProperty() {
        return inbox.getReadOnlyProperty();
    }

    /** The pile that is looked at. */
    public ObjectProperty<NeedPile> pileProperty() {
        return pile;
    }

    /** Forgets what was read. */
    public void close() {
        lookedAt.close();
        inbox.set(Inbox.NOTHING);
    }

    /** Puts away what was refused for a need that is not here any more. */
    public void dismiss(UUID item) {
        background.run(() -> needs.dismiss(item), done -> lookedAt.changed(), failure -> lookedAt.changed());
    }

    private Inbox read() {
        return new Inbox(needs.today(), needs.now(), needs.people());
    }

    private void show(Inbox now) {
        if (!now.piles().contains(pile.get())) {
            pile.set(now.piles().get(0));
        }
        inbox.set(now);
    }
}
