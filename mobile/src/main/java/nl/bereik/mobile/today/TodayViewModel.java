package nl.bereik.mobile.today;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.Delays;
import nl.bereik.mobile.background.LookedAt;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.reference.ReferenceData;
import org.jspecify.annotations.Nullable;

/** The contacts of this shift, what became of them, and undoing what was done last. Called on the screen's thread. */
public final class TodayViewModel {
    /** How long what was just done can be undone; it is not sent before. */
    static final Duration UNDO_WINDOW = Duration.ofSeconds(8);

    private static final Duration SEND_AFTER_SAVE = UNDO_WINDOW.plusSeconds(1);

    private final Phone phone;
    private final AutoSync sync;
    private final Background background;
    private final Delays delays;
    private final LookedAt<Overview> lookedAt;
    private final ReadOnlyObjectWrapper<Overview> overview;
    private final ReadOnlyObjectWrapper<Optional<Receipt>> receipt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Delays.@Nullable Delayed receiptEnd;

    public TodayViewModel(Phone phone, AutoSync sync, Background background, Delays delays) {
        this.phone = phone;
        this.sync = sync;
        this.background = background;
        this.delays = delays;
        OverviewReader reader = new OverviewReader(phone);
        this.overview = new ReadOnlyObjectWrapper<>(reader.read());
        this.lookedAt = new LookedAt<>(background, phone::onChange, reader::read, this::show);
        sync.activityProperty().addListener((property, before, now) -> refresh());
    }

    public ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** What was done just now and, as long as it has not been sent, whether it can be undone. */
    public ReadOnlyObjectProperty<Optional<Receipt>> receiptProperty() {
        return receipt.getReadOnlyProperty();
    }

    /** The day on the calendar, in the zone in which times are told. */
    public LocalDate calendarDay() {
        return LocalDate.ofInstant(phone.parts().clock().instant(), zone());
    }

    /** The zone in which times are told. */
    public ZoneId zone() {
        return phone.reference().data().zone();
    }

    /** The sync that runs by itself. */
    public AutoSync sync() {
        return sync;
    }

    /** A contact was saved just now: that can be undone for a while and is then sent. */
    public void saved(UUID opId) {
        did(Receipt.Done.SAVED, opId);
    }

    /** A contact was told anew just now, by this item. */
    public void corrected(UUID opId) {
        did(Receipt.Done.CORRECTED, opId);
    }

    /** A contact was taken back just now, by this item; it is the contact itself when nobody else knew of it. */
    public void takenBack(UUID opId) {
        did(Receipt.Done.TAKEN_BACK, opId);
    }

    /** The organisation's lists, for the words of what is shown. */
    public ReferenceData reference() {
        return phone.reference().data();
    }

    private void did(Receipt.Done done, UUID opId) {
        endReceipt();
        Receipt fresh = new Receipt(done, opId, canBeWithdrawn(opId));
        receipt.set(Optional.of(fresh));
        receiptEnd = delays.after(UNDO_WINDOW, () -> background.screen().execute(() -> endReceipt(fresh)));
        sync.in(SEND_AFTER_SAVE);
        refresh();
    }

    /** An item that took the place of another cannot: nothing would be left of the contact. */
    private boolean canBeWithdrawn(UUID opId) {
        return phone.outbox().items().stream()
                .anyMatch(item ->
                        item.opId().equals(opId) && !item.sent() && item.saved().replaces() == null);
    }

    /** Undoes what was done last, if it has not been sent meanwhile. */
    public void undo() {
        receipt.get()
                .filter(Receipt::canBeUndone)
                .ifPresent(done -> background.run(
                        () -> phone.outbox().withdraw(done.opId()), withdrawn -> refresh(), failure -> refresh()));
        endReceipt();
    }

    /** Sends what waits, that which could be undone as well. */
    public void syncNow() {
        endReceipt();
        sync.now();
    }

    /** Reads everything again, for the day may have changed. */
    public void refresh() {
        lookedAt.changed();
    }

    private void show(Overview now) {
        overview.set(now);
        receipt.get()
                .filter(done -> done.canBeUndone() && !canBeWithdrawn(done.opId()))
                .ifPresent(this::endReceipt);
    }

    private void endReceipt(Receipt done) {
        if (receipt.get().equals(Optional.of(done))) {
            endReceipt();
        }
    }

    private void endReceipt() {
        if (receiptEnd != null) {
            receiptEnd.cancel();
            receiptEnd = null;
        }
        receipt.set(Optional.empty());
    }
}
