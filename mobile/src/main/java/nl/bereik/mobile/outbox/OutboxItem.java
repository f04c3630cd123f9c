package nl.bereik.mobile.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.takeback.TakeBackCodec;
import org.jspecify.annotations.Nullable;

/**
 * One item on this phone.
 *
 * @param saved what was logged
 * @param opSeq its place in what this install sends; 0 while it has none, and again when the phone has become another
 *     install
 * @param sent whether any install of this phone may have sent it
 * @param verdict the server's last word; null while there is none
 * @param settledAt when the server gave it; null while there is none
 * @param problems why it is under review or needs repair; else empty
 */
public record OutboxItem(
        Entry.Saved saved,
        long opSeq,
        boolean sent,
        @Nullable Verdict verdict,
        @Nullable Instant settledAt,
        List<FieldProblem> problems) {

    static OutboxItem of(Entry.Saved saved) {
        return new OutboxItem(saved, 0, false, null, null, List.of());
    }

    public UUID opId() {
        return saved.opId();
    }

    public boolean isKind(String kind) {
        return saved.kind().equals(kind);
    }

    /** Whether it is a contact, or a correction of one. */
    public boolean tellsContact() {
        return isKind(ContactCodec.KIND) || isKind(CorrectionCodec.KIND);
    }

    /**
     * The contact that it is about: itself, or the one that it corrects. Itself also when it is about something else.
     */
    public UUID root() {
        return isKind(CorrectionCodec.KIND) ? UUID.fromString(saved.body().text("corrects")) : saved.opId();
    }

    /** The item that it takes back; null when it takes none back. */
    public @Nullable UUID takesBack() {
        return isKind(TakeBackCodec.KIND) ? UUID.fromString(saved.body().text("item")) : null;
    }

    /**
     * The item with which it leaves the phone: the contact that it tells or was raised from, or what it takes back;
     * else itself.
     */
    UUID leavesWith() {
        UUID takenBack = takesBack();
        if (takenBack != null) {
            return takenBack;
        }
        String raisedFrom = isKind(NeedCodec.KIND) ? saved.body().optionalText("contact") : null;
        return raisedFrom == null ? root() : UUID.fromString(raisedFrom);
    }

    /** Which telling of its contact it is, from 1; a correction's is in its body. */
    public long version() {
        return isKind(CorrectionCodec.KIND) ? saved.body().number("version") : ContactCorrection.FIRST_VERSION;
    }

    public JsonObject body() {
        return saved.body();
    }

    /** The state as far as the journal knows; only the outbox knows which items are {@link ItemState#SENDING}. */
    public ItemState state() {
        if (verdict == null) {
            return ItemState.WAITING;
        }
        return switch (verdict) {
            case ACCEPTED, DUPLICATE -> ItemState.ARRIVED;
            case CONFLICT, QUARANTINED -> ItemState.UNDER_REVIEW;
            case REJECTED -> ItemState.NEEDS_REPAIR;
            case RETRY -> ItemState.WAITING;
        };
    }

    /** Whether the server took it from this very install. */
    boolean isHeld() {
        return opSeq != 0 && verdict != null && verdict.held();
    }

    OutboxItem numbered(long seq) {
        return new OutboxItem(saved, seq, true, verdict, settledAt, problems);
    }

    OutboxItem withoutPlace() {
        return new OutboxItem(saved, 0, sent, verdict, settledAt, problems);
    }

    OutboxItem settled(Verdict fresh, Instant at, List<FieldProblem> why) {
        return new OutboxItem(saved, opSeq, true, fresh, at, List.copyOf(why));
    }

    OutboxItem waitingAgain() {
        return new OutboxItem(saved, opSeq, true, null, null, List.of());
    }

    PushItem toPush() {
        return new PushItem(saved.opId(), opSeq, saved.kind(), saved.schema(), saved.body());
    }

    ContentHash hash() {
        return ContentHash.of(new PushItem(saved.opId(), 1, saved.kind(), saved.schema(), saved.body()));
    }
}
