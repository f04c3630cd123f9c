package nl.bereik.protocol.need;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * What should happen next for somebody who was met, as it is raised. Holds nothing that can identify: what a case
 * manager must know to find the person again is sealed to the team's phones.
 *
 * @param contact the item id of the contact moment that it comes from; null when it stands by itself
 * @param on the day on which it was raised, in the team's zone
 * @param area code of a configured area
 * @param lifeDomain the domain of the integral care plan
 * @param language ISO 639-1 code of the language to speak; null when any will do
 * @param partner code of the organisation that the person would like; null when there is no wish
 * @param person account of the case manager that the person would like; null when there is no wish
 * @param consent whether the person agrees to being referred
 * @param signals what it was raised by, if by signals; in the order of the enum, each once
 * @param hint by what the person is recognised, sealed; null when there is nothing
 * @param meeting when and where to meet again, sealed; null when there is nothing
 * @param note what else there is to know, sealed; null when there is nothing
 * @param more fields that a newer version added and this one does not know, carried through unread
 */
public record FollowUpNeed(
        @Nullable UUID contact,
        LocalDate on,
        String area,
        Topic lifeDomain,
        Urgency urgency,
        @Nullable String language,
        @Nullable String partner,
        @Nullable String person,
        boolean consent,
        SortedSet<Signal> signals,
        @Nullable SealedText hint,
        @Nullable SealedText meeting,
        @Nullable SealedText note,
        Map<String, @Nullable Object> more) {

    public FollowUpNeed {
        if (on.isBefore(ContactMoment.EARLIEST)) {
            throw new IllegalArgumentException("on lies before " + ContactMoment.EARLIEST);
        }
        signals = Collections.unmodifiableSortedSet(new TreeSet<>(signals));
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** The same need with other wishes. */
    public FollowUpNeed wishing(@Nullable String otherPartner, @Nullable String otherPerson) {
        return new FollowUpNeed(
                contact,
                on,
                area,
                lifeDomain,
                urgency,
                language,
                otherPartner,
                otherPerson,
                consent,
                signals,
                hint,
                meeting,
                note,
                more);
    }

    /** As {@link ContactMoment#problems}. */
    public List<FieldProblem> problems(LocalDate today, Set<String> areas) {
        if (on.isAfter(today)) {
            return List.of(new FieldProblem("on", FieldProblem.Reason.DATE_IN_FUTURE));
        }
        return areas.contains(area) ? List.of() : List.of(new FieldProblem("area", FieldProblem.Reason.UNKNOWN_CODE));
    }
}
