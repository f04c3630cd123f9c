package nl.bereik.server.assignment;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.need.AssignedWhy;
import nl.bereik.protocol.need.AssignedWhy.Step;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.care.CareProfile;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked to take a need. The same input gives the same answer: no chance and no clock in it. In this order: the
 * way of a signal, whom the person wishes, an organisation that the person wishes, anybody who fits. Of several the one
 * with the smallest share of the caseload comes first, then by turn in the rota, then by name.
 */
final class AssignmentRules {
    private static final Comparator<Candidate> LEAST_LOADED = (one, other) -> Long.compare(
            (long) one.load() * other.profile().caseload(),
            (long) other.load() * one.profile().caseload());
    private static final Comparator<Candidate> BY_TURN = LEAST_LOADED
            .thenComparingInt(candidate -> candidate.profile().turn())
            .thenComparing(candidate -> candidate.profile().account());

    private final Map<Signal, String> routes;

    /** @param routes by signal an account or the code of an organisation */
    AssignmentRules(Map<Signal, String> routes) {
        this.routes = Map.copyOf(routes);
    }

    /**
     * @param asked who is not asked again
     * @param next whether somebody was asked before and did not answer in time
     * @param now in the region's zone
     * @return empty when nobody can be asked
     */
    Optional<Choice> choose(
            FollowUpNeed need, List<Candidate> candidates, Collection<String> asked, boolean next, LocalDateTime now) {
        List<Candidate> present = candidates.stream()
                .filter(candidate -> !asked.contains(candidate.profile().account())
                        && !candidate.profile().absent(now.toLocalDate()))
                .toList();
        return routed(need, present, next, now).or(() -> fitting(need, present, next, now));
    }

    /** A signal goes its way whatever its domain and however busy they are there. */
    private Optional<Choice> routed(FollowUpNeed need, List<Candidate> present, boolean next, LocalDateTime now) {
        for (Signal signal : need.signals()) {
            String to = routes.get(signal);
            Optional<Choice> found = to == null
                    ? Optional.empty()
                    : first(present, candidate -> isOf(to, candidate.profile()), now, true)
                            .map(candidate -> new Choice(
                                    candidate.profile().account(),
                                    new AssignedWhy(
                                            next ? Step.NEXT : Step.ROUTE, Map.of(AssignedWhy.SIGNAL, signal.name()))));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(String to, CareProfile profile) {
        return to.equals(profile.account()) || to.equals(profile.organisation());
    }

    private static Optional<Choice> fitting(
            FollowUpNeed need, List<Candidate> present, boolean next, LocalDateTime now) {
        boolean atOnce = need.urgency() == Urgency.NOW;
        List<Candidate> able = present.stream()
                .filter(candidate ->
                        candidate.hasRoom() && (!atOnce || candidate.profile().onDuty(now)))
                .toList();
        Predicate<Candidate> fits = candidate -> fits(need, candidate.profile());
        Optional<Choice> wished = first(
                        able, candidate -> candidate.profile().account().equals(need.person()), now, false)
                .map(candidate -> choice(next ? Step.NEXT : Step.WISHED, AssignedWhy.PERSON, need, candidate));
        return wished.or(() -> first(
                                able,
                                fits.and(candidate ->
                                        candidate.profile().organisation().equals(need.partner())),
                                now,
                                !atOnce)
                        .map(candidate -> choice(next ? Step.NEXT : Step.WISHED, AssignedWhy.PARTNER, need, candidate)))
                .or(() -> first(able, fits, now, !atOnce)
                        .map(candidate -> choice(next ? Step.NEXT : Step.RULE, null, need, candidate)));
    }

    private static boolean fits(FollowUpNeed need, CareProfile profile) {
        return allows(profile.domains(), need.lifeDomain())
                && allows(profile.areas(), need.area())
                && (need.language() == null || allows(profile.languages(), need.language()));
    }

    private static <T> boolean allows(Set<T> some, T one) {
        return some.isEmpty() || some.contains(one);
    }

    /** @param dutyFirst whether those on duty come before those who are not */
    private static Optional<Candidate> first(
            List<Candidate> candidates, Predicate<Candidate> which, LocalDateTime now, boolean dutyFirst) {
        Comparator<Candidate> order = dutyFirst
                ? Comparator.<Candidate, Boolean>comparing(
                                candidate -> !candidate.profile().onDuty(now))
                        .thenComparing(BY_TURN)
                : BY_TURN;
        return candidates.stream().filter(which).min(order);
    }

    private static Choice choice(Step step, @Nullable String wish, FollowUpNeed need, Candidate candidate) {
        CareProfile profile = candidate.profile();
        Map<String, String> factors = new LinkedHashMap<>();
        if (AssignedWhy.PERSON.equals(wish)) {
            factors.put(AssignedWhy.PERSON, profile.account());
        } else {
            if (wish != null) {
                factors.put(wish, profile.organisation());
            }
            factors.put(AssignedWhy.DOMAIN, need.lifeDomain().name());
            factors.put(AssignedWhy.AREA, need.area());
            if (need.language() != null) {
                factors.put(AssignedWhy.LANGUAGE, need.language());
            }
        }
        factors.put(AssignedWhy.CASELOAD, candidate.caseload());
        return new Choice(profile.account(), new AssignedWhy(step, factors));
    }
}
