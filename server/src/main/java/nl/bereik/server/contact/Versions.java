package nl.bereik.server.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.bereik.protocol.contact.ContactMoment;
import org.jspecify.annotations.Nullable;

/** Which of the things told of one contact holds. */
final class Versions {
    /** Equal versions come from two phones that went on from one backup; which of them wins must only be certain. */
    private static final Comparator<StoredCorrection> LATER = Comparator.comparingLong(
                    (StoredCorrection told) -> told.correction().version())
            .thenComparing(StoredCorrection::opId);

    private Versions() {}

    /**
     * The contact as last told; null when it was taken back.
     *
     * @param first as first told; null when that has not arrived
     * @param corrections in any order
     */
    static @Nullable ContactMoment last(@Nullable ContactMoment first, Collection<StoredCorrection> corrections) {
        Optional<StoredCorrection> last = last(corrections);
        return last.isPresent() ? last.get().correction().contact() : first;
    }

    /** The correction that holds; empty when there is none. */
    static Optional<StoredCorrection> last(Collection<StoredCorrection> corrections) {
        return corrections.stream().max(LATER);
    }

    /**
     * Everything told, the one that holds last.
     *
     * @param opId of the contact
     * @param first as first told; null when that has not arrived
     * @param corrections in the order of arrival
     */
    static List<Told> told(UUID opId, @Nullable ContactMoment first, List<StoredCorrection> corrections) {
        List<Told> told = new ArrayList<>();
        if (first != null) {
            told.add(new Told(opId, Told.FIRST, first));
        }
        corrections.stream()
                .sorted(LATER)
                .map(each -> new Told(
                        each.opId(),
                        corrections.indexOf(each),
                        each.correction().contact()))
                .forEach(told::add);
        return told;
    }
}
