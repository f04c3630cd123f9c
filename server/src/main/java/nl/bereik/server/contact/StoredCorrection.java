package nl.bereik.server.contact;

import java.time.LocalDate;
import java.util.UUID;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushItem;

/**
 * A correction of a contact with where it came from.
 *
 * @param opId the correction's own id, under which its contact has it once
 * @param hash of the item as it was sent
 * @param receivedOn the day it arrived in the region's zone
 */
public record StoredCorrection(
        UUID opId,
        String install,
        String team,
        long opSeq,
        ContentHash hash,
        int schema,
        ContactCorrection correction,
        LocalDate receivedOn) {

    /** A correction that was pushed by this install. */
    public static StoredCorrection of(
            String install,
            String team,
            PushItem item,
            ContentHash hash,
            ContactCorrection correction,
            LocalDate today) {
        return new StoredCorrection(item.opId(), install, team, item.opSeq(), hash, item.schema(), correction, today);
    }
}
