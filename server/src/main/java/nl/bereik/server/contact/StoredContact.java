package nl.bereik.server.contact;

import java.time.LocalDate;
import java.util.UUID;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushItem;

/**
 * A contact moment with where it came from. No moment of arrival is kept, so that nobody can be traced by it.
 *
 * @param opId the item's id, under which it is stored once
 * @param install the phone that sent it
 * @param hash of the item as it was sent
 * @param receivedOn the day it arrived in the region's zone
 */
public record StoredContact(
        UUID opId,
        String install,
        String team,
        long opSeq,
        ContentHash hash,
        int schema,
        ContactMoment contact,
        LocalDate receivedOn) {

    /** A contact that was pushed by this install. */
    public static StoredContact of(
            String install, String team, PushItem item, ContentHash hash, ContactMoment contact, LocalDate today) {
        return new StoredContact(item.opId(), install, team, item.opSeq(), hash, item.schema(), contact, today);
    }
}
