package nl.bereik.mobile.outbox;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import org.jspecify.annotations.Nullable;

/** Makes the entries that tell a contact, for the first time or anew. */
final class Tellings {
    private final OutboxState state;
    private final Supplier<Instant> now;

    Tellings(OutboxState state, Supplier<Instant> now) {
        this.state = state;
        this.now = now;
    }

    /** @param note readable text of a journal of earlier days; nothing makes such notes any more */
    Entry.Saved first(NewContact contact, @Nullable String note, @Nullable UUID replaces) {
        return new Entry.Saved(
                contact.opId(),
                ContactCodec.KIND,
                ContactCodec.SCHEMA,
                ContactCodec.encode(contact.contact()),
                note,
                now.get(),
                contact.imported(),
                replaces);
    }

    /** The next version of a contact. @param contact null when it should not have been logged at all */
    Entry.Saved correction(
            UUID opId, UUID root, @Nullable ContactMoment contact, @Nullable String note, @Nullable UUID replaces) {
        ContactCorrection correction = new ContactCorrection(root, state.version(root) + 1, contact);
        return new Entry.Saved(
                opId,
                CorrectionCodec.KIND,
                CorrectionCodec.SCHEMA,
                CorrectionCodec.encode(correction),
                note,
                now.get(),
                false,
                replaces);
    }
}
