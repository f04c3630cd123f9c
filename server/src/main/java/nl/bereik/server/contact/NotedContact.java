package nl.bereik.server.contact;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * A contact that has a note now.
 *
 * @param contact the item that first told it
 * @param item the item that told it last, to which the note is bound
 * @param install the phone that sent that item
 * @param told the contact as last told
 */
public record NotedContact(UUID contact, UUID item, String install, ContactMoment told, SealedText note) {
    /** The newest day first; within a day an order that stays. */
    public static final Comparator<NotedContact> NEWEST_FIRST = Comparator.comparing(
                    (NotedContact noted) -> noted.told().on())
            .reversed()
            .thenComparing(NotedContact::contact);

    /**
     * The contact with the note that it has now; empty when it has none or was taken back.
     *
     * @param install the phone that first told it; null, like {@code first}, when that has not arrived
     */
    static Optional<NotedContact> of(
            UUID contact,
            @Nullable String install,
            @Nullable ContactMoment first,
            Collection<StoredCorrection> corrections) {
        Optional<StoredCorrection> last = Versions.last(corrections);
        UUID item = last.map(StoredCorrection::opId).orElse(contact);
        String teller = last.map(StoredCorrection::install).orElse(install);
        ContactMoment told = Versions.last(first, corrections);
        return told == null || told.note() == null || teller == null
                ? Optional.empty()
                : Optional.of(new NotedContact(contact, item, teller, told, told.note()));
    }
}
