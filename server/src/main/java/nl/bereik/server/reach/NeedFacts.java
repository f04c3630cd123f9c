package nl.bereik.server.reach;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.protocol.reach.NeedFact;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.CareProfiles;
import nl.bereik.server.contact.Counted;
import nl.bereik.server.need.CountableNeed;
import nl.bereik.server.need.CountableNeeds;
import nl.bereik.server.need.CountableNeeds.Mark;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and counts the needs of days. Of a sealed day they count as they stood when it was sealed. */
@Component
final class NeedFacts implements DayFacts, LateFacts {
    private final CountableNeeds needs;
    private final CareProfiles profiles;
    private final Set<String> configured;

    NeedFacts(CountableNeeds needs, CareProfiles profiles, ReferenceData reference) {
        this.needs = needs;
        this.profiles = profiles;
        this.configured = reference.organisationCodes();
    }

    /** The needs of some days as they were read, and the organisations of those who have them. */
    private record NeedsRead(CountableNeeds needs, Map<TeamDay, List<CountableNeed>> byDay, Organisations organisations)
            implements Read {
        @Override
        public DayTally addTo(DayTally tally) {
            List<CountableNeed> those = byDay.getOrDefault(new TeamDay(tally.team(), tally.day()), List.of());
            return tally.withNeeds(organisations.fold(those));
        }

        @Override
        public boolean hasUncounted(Predicate<TeamDay> except) {
            return byDay.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(need -> need.uncounted() && !except.test(need.teamDay()));
        }

        @Override
        public Mono<Void> settle(Predicate<TeamDay> folded, Predicate<TeamDay> sealed) {
            List<Mark> marks = byDay.values().stream()
                    .flatMap(List::stream)
                    .filter(need -> need.uncounted() && folded.or(sealed).test(need.teamDay()))
                    .map(need -> mark(need, sealed.test(need.teamDay())))
                    .toList();
            return needs.mark(marks);
        }

        private static Mark mark(CountableNeed need, boolean sealed) {
            boolean counts = !sealed || need.counted();
            String late = ReportingPeriod.halfYearOf(need.need().need().on()).name();
            return new Mark(need, counts, counts ? null : late);
        }
    }

    /**
     * The organisations of those who have needs.
     *
     * @param byAccount their codes
     * @param configured the codes that count; any other counts as none
     */
    record Organisations(Map<String, String> byAccount, Set<String> configured) {
        NeedCounts fold(Collection<CountableNeed> needs) {
            return NeedCounts.fold(needs.stream().map(need -> fact(need.need())).toList());
        }

        private NeedFact fact(StoredNeed need) {
            boolean accepted = need.first(NeedAct.ACCEPT).isPresent();
            return new NeedFact(
                    need.need().lifeDomain(),
                    need.need().urgency(),
                    need.need().area(),
                    partner(need),
                    need.state().status() == NeedStatus.WITHDRAWN && !accepted,
                    need.first(NeedAct.ACCEPT).map(at -> since(need, at)).orElse(null),
                    need.state().status() == NeedStatus.DONE ? since(need, need.changedAt()) : null);
        }

        private static Duration since(StoredNeed need, Instant at) {
            Duration since = Duration.between(need.receivedAt(), at);
            return since.isNegative() ? Duration.ZERO : since;
        }

        private @Nullable String partner(StoredNeed need) {
            String assignee = need.state().assignee();
            String of = assignee == null ? null : byAccount.get(assignee);
            String code = of == null ? need.need().partner() : of;
            return code != null && configured.contains(code) ? code : null;
        }
    }

    @Override
    public Mono<Read> on(Set<TeamDay> days, Predicate<LocalDate> sealed) {
        return read(needs.on(days));
    }

    @Override
    public Mono<Read> countedOn(Set<TeamDay> days) {
        return read(needs.on(days).filter(CountableNeed::counted));
    }

    private Mono<Read> read(Flux<CountableNeed> found) {
        return found.collect(Collectors.groupingBy(CountableNeed::teamDay))
                .flatMap(byDay -> organisations(byDay.isEmpty()).map(by -> new NeedsRead(needs, byDay, by)));
    }

    @Override
    public Mono<Void> fence(Set<TeamDay> days) {
        return needs.fence(days);
    }

    private Mono<Organisations> organisations(boolean none) {
        return none
                ? Mono.just(new Organisations(Map.of(), configured))
                : profiles.all()
                        .collectMap(CareProfile::account, CareProfile::organisation)
                        .map(byAccount -> new Organisations(byAccount, configured));
    }

    @Override
    public Mono<Long> countLate(ReportingPeriod halfYear) {
        return needs.late(halfYear).count();
    }

    @Override
    public Mono<Late> late(ReportingPeriod halfYear, Predicate<LocalDate> sealed) {
        return needs.late(halfYear).collectList().flatMap(late -> organisations(late.isEmpty())
                .map(by -> late(late, by)));
    }

    private static Late late(List<CountableNeed> late, Organisations by) {
        Map<TeamDay, UnaryOperator<DayTally>> changes = new HashMap<>();
        late.stream().collect(Collectors.groupingBy(CountableNeed::teamDay)).forEach((day, needs) -> {
            NeedCounts more = by.fold(needs);
            changes.put(day, tally -> tally.withNeeds(tally.needs().plus(more)));
        });
        return new Late(
                late.stream()
                        .map(need -> new Recount(
                                Recount.Kind.NEED,
                                need.need().id(),
                                new Counted(need.need().need().on(), 0)))
                        .toList(),
                changes);
    }

    @Override
    public Mono<Void> takeIn(List<Recount> recounts) {
        List<UUID> taken = recounts.stream()
                .filter(each -> each.kind() == Recount.Kind.NEED)
                .map(Recount::id)
                .toList();
        return taken.isEmpty() ? Mono.empty() : needs.takeIn(taken);
    }

    @Override
    public Mono<Set<TeamDay>> uncountedDays(int most) {
        return needs.uncountedDays(most);
    }
}
