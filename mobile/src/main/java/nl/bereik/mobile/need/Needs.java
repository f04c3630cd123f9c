package nl.bereik.mobile.need;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.FreeText;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedCommandCodec;
import nl.bereik.protocol.need.NeedMachine;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * The follow-up needs of this phone, made anew from the outbox and the pulled state each time they are read. What is
 * done here counts at once, is shown as not confirmed until the server has it, and is undone when the server refuses
 * it. Thread-safe; every change is durable when its call returns.
 */
public final class Needs {
    /** Whoever holds this phone, in the states that it tells. No account has this name. */
    public static final String ME = "";

    private final Phone phone;
    private final Outbox outbox;
    private final TextSealer sealer;
    private final NeedsReader reader;

    public Needs(Phone phone) {
        this.phone = phone;
        this.outbox = phone.outbox();
        this.sealer = new TextSealer(phone.teamKeys());
        this.reader = new NeedsReader(outbox, phone.state());
    }

    public NeedsNow now() {
        return reader.read();
    }

    /** As the server told them, without what was raised and done here since. */
    List<PhoneNeed> pulled() {
        return reader.pulled();
    }

    /** Empty when this phone does not know of it. */
    public Optional<PhoneNeed> find(UUID id) {
        return now().needs().stream().filter(need -> need.id().equals(id)).findFirst();
    }

    /** Whom needs can name; nobody before this phone has pulled it. */
    public People people() {
        return new People(reader.people(), phone.reference().data().organisations());
    }

    /** The day of the shift, on which a need is raised. */
    public LocalDate today() {
        return phone.reference().data().dayOf(phone.parts().clock().instant());
    }

    /** Whether texts can be written: not before this phone has the key of its team. */
    public boolean canWriteTexts() {
        return sealer.canSeal();
    }

    /** An id for a need to come, under which raising it again changes nothing. */
    public UUID newId() {
        return outbox.newId();
    }

    /**
     * Raises a need; on return it is on the disk. Nothing happens when one was raised under this id before.
     *
     * @throws IllegalArgumentException when a text could identify somebody or is too long
     * @throws IllegalStateException when there is a text and no key to seal it with
     * @throws nl.bereik.mobile.journal.JournalException when it could not be saved
     */
    public void raise(UUID id, NeedDraft draft) {
        outbox.others().save(id, NeedCodec.KIND, NeedCodec.SCHEMA, NeedCodec.encode(sealed(id, draft)));
    }

    /** As {@link #raise}, in the place of one that the server refused; it is gone then. */
    public void raiseAgain(UUID refused, UUID id, NeedDraft draft) {
        outbox.others()
                .saveInPlaceOf(refused, id, NeedCodec.KIND, NeedCodec.SCHEMA, NeedCodec.encode(sealed(id, draft)));
    }

    private FollowUpNeed sealed(UUID id, NeedDraft draft) {
        return new FollowUpNeed(
                draft.contact(),
                today(),
                draft.area(),
                draft.lifeDomain(),
                draft.urgency(),
                draft.language(),
                draft.partner(),
                draft.person(),
                draft.consent(),
                draft.signals(),
                seal(NeedText.HINT, id, draft),
                seal(NeedText.MEETING, id, draft),
                seal(NeedText.NOTE, id, draft),
                Map.of());
    }

    private @Nullable SealedText seal(NeedText which, UUID id, NeedDraft draft) {
        String text = draft.texts().get(which);
        if (text == null) {
            return null;
        }
        if (!FreeText.of(text, today()).mayBeSaved()) {
            throw new IllegalArgumentException("a text may not be saved");
        }
        return sealer.seal(which.purpose(), id, text)
                .orElseThrow(() -> new IllegalStateException("a text was written without a key to seal it"));
    }

    /** The texts that a need has, opened. */
    public Map<NeedText, Opened> open(UUID id, FollowUpNeed need) {
        Map<NeedText, Opened> opened = new EnumMap<>(NeedText.class);
        for (NeedText which : NeedText.values()) {
            SealedText text = which.in(need);
            if (text != null) {
                opened.put(which, sealer.open(which.purpose(), id, text));
            }
        }
        return opened;
    }

    /**
     * Does something to a need. What is so already is not done again. Withdrawing a need that was raised by hand here
     * and never sent takes it back, with all that was done to it.
     *
     * @return the item that tells it; empty when there is nothing to tell
     * @throws IllegalArgumentException when the need is not on this phone, or it cannot be done as far as this phone
     *     knows
     */
    public Optional<UUID> act(NeedCommand command) {
        synchronized (phone) {
            PhoneNeed need =
                    find(command.need()).orElseThrow(() -> new IllegalArgumentException("no such need on this phone"));
            NeedMachine.Result result = NeedMachine.apply(need.view().state(), command, NeedsReader.actor(need.view()));
            if (result instanceof NeedMachine.Result.Same) {
                return Optional.empty();
            }
            if (result instanceof NeedMachine.Result.Refused) {
                throw new IllegalArgumentException("this cannot be done to the need now");
            }
            // One that signals raised would be raised again with its contact; withdrawing it is told instead.
            boolean byHand = need.view().need().signals().isEmpty();
            if (command.act() == NeedAct.WITHDRAW && byHand && outbox.withdraw(need.id())) {
                need.waiting().forEach(act -> outbox.withdraw(act.item()));
                return Optional.empty();
            }
            UUID item = outbox.newId();
            outbox.others()
                    .save(item, NeedCommandCodec.KIND, NeedCommandCodec.SCHEMA, NeedCommandCodec.encode(command));
            return Optional.of(item);
        }
    }

    /**
     * Takes back the last thing that was done to a need: step by step, for what was done after it would be refused.
     * False when it was sent meanwhile, or is not the last.
     */
    public boolean undoLast(UUID item) {
        synchronized (phone) {
            boolean last = now().needs().stream()
                    .flatMap(need -> need.waiting().stream())
                    .anyMatch(act -> act.item().equals(item) && act.canBeUndone());
            return last && outbox.withdraw(item);
        }
    }

    /** Puts away something that the server refused, once the user has seen why. False when there is no such thing. */
    public boolean dismiss(UUID item) {
        return outbox.others().dismiss(item);
    }
}
