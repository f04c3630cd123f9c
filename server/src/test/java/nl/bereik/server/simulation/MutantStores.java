package nl.bereik.server.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.CountableContact;
import nl.bereik.server.contact.Counted;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.contact.NotedContact;
import nl.bereik.server.contact.Standing;
import nl.bereik.server.contact.StoredContact;
import nl.bereik.server.contact.StoredCorrection;
import nl.bereik.server.contact.Told;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.reach.TallyStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store's ports as the mutants would have them; those that are not mutated stay as they are. */
final class MutantStores {
    private static final int MOMENT_MILLIS = 3_000;

    private MutantStores() {}

    static ContactStore contacts(
            Mutant mutant,
            ContactStore stepped,
            TallyStore tallies,
            MemoryContactStore memory,
            SimServer server,
            World world) {
        return switch (mutant) {
            case ACKNOWLEDGES_BEFORE_THE_WRITE ->
                new Passing(stepped) {
                    @Override
                    public Mono<List<Insertion>> insert(List<StoredContact> contacts) {
                        return Mono.fromSupplier(() -> {
                            world.after(MOMENT_MILLIS, server.life(), () -> memory.insert(contacts)
                                    .subscribe());
                            return contacts.stream()
                                    .map(any -> Insertion.INSERTED)
                                    .toList();
                        });
                    }
                };
            case COUNTS_ON_ARRIVAL ->
                new Passing(stepped) {
                    @Override
                    public Mono<List<Insertion>> insert(List<StoredContact> contacts) {
                        return stepped.insert(contacts).flatMap(answers -> {
                            List<StoredContact> fresh = new ArrayList<>();
                            for (int i = 0; i < contacts.size(); i++) {
                                if (answers.get(i) == Insertion.INSERTED) {
                                    fresh.add(contacts.get(i));
                                }
                            }
                            return stepped.markCounted(fresh.stream()
                                            .map(MutantStores::justStored)
                                            .map(MutantStores::standing)
                                            .toList())
                                    .then(add(fresh, tallies))
                                    .thenReturn(answers);
                        });
                    }
                };
            default -> stepped;
        };
    }

    private static CountableContact justStored(StoredContact stored) {
        return new CountableContact(
                stored.opId(),
                stored.team(),
                1,
                true,
                Set.of(stored.contact().on()),
                List.of(new Told(stored.opId(), -1, stored.contact())),
                null,
                false);
    }

    private static Standing standing(CountableContact contact) {
        return Standing.of(contact, day -> false);
    }

    private static Mono<Void> add(List<StoredContact> fresh, TallyStore tallies) {
        Map<TeamDay, List<StoredContact>> byDay = fresh.stream()
                .collect(Collectors.groupingBy(
                        contact -> new TeamDay(contact.team(), contact.contact().on())));
        return tallies.revisions(byDay.keySet())
                .zipWith(tallies.of(byDay.keySet()).collectMap(tally -> new TeamDay(tally.team(), tally.day())))
                .flatMap(read -> tallies.replace(
                        byDay.entrySet().stream()
                                .map(day -> new TallyStore.Replacement(
                                        sum(day.getKey(), day.getValue(), read.getT2()),
                                        read.getT1().getOrDefault(day.getKey(), 0L)))
                                .toList(),
                        "arrival"))
                .then();
    }

    private static DayTally sum(TeamDay day, List<StoredContact> fresh, Map<TeamDay, DayTally> before) {
        ReachCounts more =
                ReachCounts.fold(fresh.stream().map(StoredContact::contact).toList());
        DayTally old = before.get(day);
        return new DayTally(
                day.team(), day.day(), old == null ? more : old.counts().plus(more));
    }

    static TallyStore counting(Mutant mutant, ContactStore contacts, TallyStore tallies, MemoryContactStore memory) {
        return mutant != Mutant.MARKS_BEFORE_THE_FOLD
                ? tallies
                : new PassingTallies(tallies) {
                    @Override
                    public Mono<Set<TeamDay>> replace(List<Replacement> replacements, String fold) {
                        Set<TeamDay> days =
                                replacements.stream().map(Replacement::teamDay).collect(Collectors.toUnmodifiableSet());
                        return memory.on(days)
                                .map(MutantStores::standing)
                                .collectList()
                                .flatMap(contacts::markCounted)
                                .then(tallies.replace(replacements, fold));
                    }
                };
    }

    private static class Passing implements ContactStore {
        private final ContactStore target;

        Passing(ContactStore target) {
            this.target = target;
        }

        @Override
        public Mono<List<Insertion>> insert(List<StoredContact> contacts) {
            return target.insert(contacts);
        }

        @Override
        public Mono<Set<TeamDay>> uncountedDays(int limit) {
            return target.uncountedDays(limit);
        }

        @Override
        public Flux<CountableContact> on(Set<TeamDay> days) {
            return target.on(days);
        }

        @Override
        public Flux<NotedContact> noted(Set<TeamDay> days) {
            return target.noted(days);
        }

        @Override
        public Mono<Void> markCounted(Collection<Standing> standings) {
            return target.markCounted(standings);
        }

        @Override
        public Mono<Void> fence(Set<TeamDay> days) {
            return target.fence(days);
        }

        @Override
        public Mono<Long> countLate(ReportingPeriod halfYear) {
            return target.countLate(halfYear);
        }

        @Override
        public Flux<CountableContact> late(ReportingPeriod halfYear) {
            return target.late(halfYear);
        }

        @Override
        public Mono<Void> takeIn(Map<UUID, Counted> contacts) {
            return target.takeIn(contacts);
        }

        @Override
        public Mono<Long> remove(Collection<CountableContact> contacts) {
            return target.remove(contacts);
        }

        @Override
        public Mono<List<Insertion>> correct(List<StoredCorrection> corrections) {
            return target.correct(corrections);
        }
    }

    private static class PassingTallies implements TallyStore {
        private final TallyStore target;

        PassingTallies(TallyStore target) {
            this.target = target;
        }

        @Override
        public Mono<Map<TeamDay, Long>> revisions(Set<TeamDay> days) {
            return target.revisions(days);
        }

        @Override
        public Mono<Set<TeamDay>> replace(List<Replacement> replacements, String fold) {
            return target.replace(replacements, fold);
        }

        @Override
        public Flux<String> teams() {
            return target.teams();
        }

        @Override
        public Mono<Void> close(Set<TeamDay> days) {
            return target.close(days);
        }

        @Override
        public Mono<Void> revise(List<DayTally> tallies) {
            return target.revise(tallies);
        }

        @Override
        public Mono<Void> fix(List<DayTally> last) {
            return target.fix(last);
        }

        @Override
        public Flux<DayTally> of(Collection<TeamDay> days) {
            return target.of(days);
        }

        @Override
        public Mono<LocalDate> earliest() {
            return target.earliest();
        }

        @Override
        public Mono<Long> runningBefore(Set<String> teams, LocalDate day) {
            return target.runningBefore(teams, day);
        }
    }
}
