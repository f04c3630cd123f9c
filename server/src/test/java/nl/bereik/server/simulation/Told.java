package nl.bereik.server.simulation;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * What one item says of a contact.
 *
 * @param root the contact that it corrects; null when it is the contact as first told
 * @param version 1 for the first telling; of a correction as its item has it, 0 when there is no item yet
 * @param contact null when the contact is taken back
 */
record Told(@Nullable UUID root, long version, @Nullable ContactMoment contact) {

    static Told first(ContactMoment contact) {
        return new Told(null, ContactCorrection.FIRST_VERSION, contact);
    }

    static Told correction(UUID root, @Nullable ContactMoment contact) {
        return new Told(root, 0, contact);
    }

    static Told by(OutboxItem item) {
        if (item.saved().kind().equals(CorrectionCodec.KIND)) {
            ContactCorrection correction = whole(CorrectionCodec.decode(item.body()));
            return new Told(correction.corrects(), correction.version(), correction.contact());
        }
        return first(whole(ContactCodec.decode(item.body())));
    }

    boolean isWhatWasMeantBy(Told meant) {
        return Objects.equals(root, meant.root) && Objects.equals(contact, meant.contact);
    }

    /** What counts of all these, by their ids: of each contact the highest version, if it was not taken back. */
    static List<ContactMoment> counting(Map<UUID, Told> tellings) {
        Map<UUID, Map.Entry<UUID, Told>> last = new LinkedHashMap<>();
        Comparator<Map.Entry<UUID, Told>> later = Comparator.comparingLong(
                        (Map.Entry<UUID, Told> each) -> each.getValue().version())
                .thenComparing(Map.Entry::getKey);
        tellings.entrySet().forEach(each -> {
            UUID root = each.getValue().root();
            last.merge(root == null ? each.getKey() : root, each, (a, b) -> later.compare(a, b) > 0 ? a : b);
        });
        Collection<Map.Entry<UUID, Told>> counting = last.values();
        return counting.stream()
                .flatMap(each -> Optional.ofNullable(each.getValue().contact()).stream())
                .toList();
    }

    private static <T> T whole(Decoded<T> decoded) {
        return ((Decoded.Whole<T>) decoded).value();
    }
}
