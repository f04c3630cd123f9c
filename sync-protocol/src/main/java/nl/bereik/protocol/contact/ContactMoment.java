package nl.bereik.protocol.contact;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * One meeting or chat between a worker and a person. Holds nothing that can identify: no name, no exact place, no
 * minute, no code.
 *
 * @param on the day, in the team's zone; a night belongs to the day on which it began
 * @param area code of a configured area
 * @param permit only when the channel is {@link Channel#ZONE}; null when not asked
 * @param languages ISO 639-1 codes, sorted, each once
 * @param topics in the order of the enum, each once; likewise services and signals
 * @param codeGiven whether the person gave a code to be counted by; the code itself never leaves the phone
 * @param note what the team should know of it, sealed and bound to the item that tells it; null when there is nothing
 * @param more fields that a newer version added and this one does not know, carried through unread
 */
public record ContactMoment(
        LocalDate on,
        DayPart dayPart,
        Channel channel,
        String area,
        Audience audience,
        WorkForm workForm,
        Gender gender,
        AgeBand ageBand,
        Encounter encounter,
        @Nullable PermitStatus permit,
        SortedSet<String> languages,
        SortedSet<Topic> topics,
        SortedSet<Service> services,
        SortedSet<Signal> signals,
        boolean codeGiven,
        @Nullable SealedText note,
        Map<String, @Nullable Object> more) {

    /** Days before this are taken for typing errors. */
    public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** @throws IllegalArgumentException when a rule that needs no clock is broken */
    public ContactMoment {
        if (on.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("on lies before " + EARLIEST);
        }
        if (permit != null && channel != Channel.ZONE) {
            throw new IllegalArgumentException("permit is for the zone only");
        }
        languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
        topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
        services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
        signals = Collections.unmodifiableSortedSet(new TreeSet<>(signals));
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** A contact without a note. @throws IllegalArgumentException as with one */
    public ContactMoment(
            LocalDate on,
            DayPart dayPart,
            Channel channel,
            String area,
            Audience audience,
            WorkForm workForm,
            Gender gender,
            AgeBand ageBand,
            Encounter encounter,
            @Nullable PermitStatus permit,
            SortedSet<String> languages,
            SortedSet<Topic> topics,
            SortedSet<Service> services,
            SortedSet<Signal> signals,
            boolean codeGiven,
            Map<String, @Nullable Object> more) {
        this(
                on, dayPart, channel, area, audience, workForm, gender, ageBand, encounter, permit, languages, topics,
                services, signals, codeGiven, null, more);
    }

    /** The same contact with this note, or without one. */
    public ContactMoment withNote(@Nullable SealedText other) {
        return new ContactMoment(
                on, dayPart, channel, area, audience, workForm, gender, ageBand, encounter, permit, languages, topics,
                services, signals, codeGiven, other, more);
    }

    /**
     * What is wrong with this contact in the light of the day and the region.
     *
     * @param today the last day that a contact may lie on, in the team's zone
     * @param areas the codes of the areas known
     * @return empty when nothing is wrong
     */
    public List<FieldProblem> problems(LocalDate today, Set<String> areas) {
        if (on.isAfter(today)) {
            return List.of(new FieldProblem("on", FieldProblem.Reason.DATE_IN_FUTURE));
        }
        if (!areas.contains(area)) {
            return List.of(new FieldProblem("area", FieldProblem.Reason.UNKNOWN_CODE));
        }
        return List.of();
    }
}
