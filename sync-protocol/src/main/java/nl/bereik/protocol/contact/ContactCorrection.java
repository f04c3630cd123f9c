package nl.bereik.protocol.contact;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact moment told anew. It supersedes the contact and every correction of it with a lower version; what was told
 * before stays as it is.
 *
 * @param corrects the item id of the contact as first told
 * @param version 2 for the first correction of a contact, 3 for the next
 * @param contact what it should have been; null when it should not have been logged at all
 * @param more fields that a newer version added and this one does not know, carried through unread
 */
public record ContactCorrection(
        UUID corrects, long version, @Nullable ContactMoment contact, Map<String, @Nullable Object> more) {
    /** The version of a contact that was never corrected. */
    public static final long FIRST_VERSION = 1;

    public ContactCorrection {
        if (version <= FIRST_VERSION) {
            throw new IllegalArgumentException("a correction has version 2 or higher");
        }
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    public ContactCorrection(UUID corrects, long version, @Nullable ContactMoment contact) {
        this(corrects, version, contact, Map.of());
    }

    /** As {@link ContactMoment#problems}; empty when there is no contact to look at. */
    public List<FieldProblem> problems(LocalDate today, Set<String> areas) {
        return contact == null ? List.of() : contact.problems(today, areas);
    }
}
