package nl.bereik.mobile.phone;

import java.io.IOException;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.reference.Reference;
import nl.bereik.mobile.wipe.Address;
import nl.bereik.protocol.reference.ReferenceData;

/** What has to be known without the journal's key, and is kept beside it: how often to try the PIN, and where to ask. */
final class Outside {
    private final PhoneParts parts;
    private final Reference reference;
    private final Enrolment enrolment;

    Outside(PhoneParts parts, Reference reference, Enrolment enrolment) {
        this.parts = parts;
        this.reference = reference;
        this.enrolment = enrolment;
    }

    /** Whether an entry may change any of it. */
    static boolean isChangedBy(Entry entry) {
        return entry instanceof Entry.Enrolled
                || entry instanceof Entry.ServerMoved
                || entry instanceof Entry.Pulled pulled
                        && pulled.record().kind().equals(ReferenceData.KIND);
    }

    /** Keeps it as it is now. */
    void keep() {
        try {
            parts.pinLock().limit(reference.data().settings().wrongPinLimit());
            Enrolment.Install install = enrolment.install();
            if (install != null) {
                new Address(install.server(), install.installId()).keep(parts.disk());
            }
        } catch (IOException | JournalException e) {
            // What happened is in the journal; the next unlock tries again.
            return;
        }
    }
}
