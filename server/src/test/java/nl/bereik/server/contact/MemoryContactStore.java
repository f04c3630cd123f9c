package nl.bereik.server.contact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Contacts in memory. */
public final class MemoryContactStore implements ContactStore {
    private final Map<UUID, Kept> contacts = new LinkedHashMap<>();
    private final Set<UUID> failing = new HashSet<>();

    /** All that was told of one contact. */
    private static final class Kept {
        private final String team;
        private @Nullable StoredContact first;
        private final Map<UUID, StoredCorrection> corrections = new LinkedHashMap<>();
        private final Set<LocalDate> days = new TreeSet<>();
        private long rev;
        private boolean uncounted;
        private @Nullable Counted counted;
        private @Nullable LocalDate late;

        private Kept(String team) {
            this.team = team;
        }

        private void changed() {
            rev++;
            uncounted = true;
        }
    }

    /** Inserting this contact fails from now on. */
    public synchronized void fail(UUID opId) {
        failing.add(opId);
    }

    public synchronized void mend() {
        failing.clear();
    }

    public synchronized void clear() {
        contacts.clear();
        mend();
    }

    /** How many contacts have been told at first. */
    public synchronized int size() {
        return stored().size();
    }

    /** Whether this contact, as first told, or this correction is there. */
    public synchronized boolean holds(UUID opId) {
        Kept told = contacts.get(opId);
        return told != null && told.first != null
                || contacts.values().stream().anyMatch(each -> each.corrections.containsKey(opId));
    }

    /** What was first told of each contact, in the order of arrival. */
    public synchronized List<StoredContact> stored() {
        return contacts.values().stream()
                .flatMap(told -> Stream.ofNullable(told.first))
                .toList();
    }

    /** All corrections. */
    public synchronized List<StoredCorrection> corrections() {
        return contacts.values().stream()
                .flatMap(told -> told.corrections.values().stream())
                .toList();
    }

    @Override
    public Mono<List<Insertion>> insert(List<StoredContact> batch) {
        return Mono.fromSupplier(() -> batch.stream().map(this::insert).toList());
    }

    private synchronized Insertion insert(StoredContact contact) {
        if (failing.contains(contact.opId())) {
            return Insertion.FAILED;
        }
        Kept told = contacts.computeIfAbsent(contact.opId(), any -> new Kept(contact.team()));
        if (told.first == null && told.team.equals(contact.team())) {
            told.first = contact;
            told.days.add(contact.contact().on());
            told.changed();
            return Insertion.INSERTED;
        }
        return told.first != null && told.first.hash().equals(contact.hash())
                ? Insertion.SAME_CONTENT
                : Insertion.OTHER_CONTENT;
    }

    @Override
    public Mono<List<Insertion>> correct(List<StoredCorrection> corrections) {
        return Mono.fromSupplier(() -> corrections.stream().map(this::correct).toList());
    }

    private synchronized Insertion correct(StoredCorrection correction) {
        if (failing.contains(correction.opId())) {
            return Insertion.FAILED;
        }
        Kept told = contacts.computeIfAbsent(correction.correction().corrects(), any -> new Kept(correction.team()));
        if (!told.team.equals(correction.team())) {
            return Insertion.OTHER_CONTENT;
        }
        StoredCorrection there = told.corrections.putIfAbsent(correction.opId(), correction);
        if (there != null) {
            return there.hash().equals(correction.hash()) ? Insertion.SAME_CONTENT : Insertion.OTHER_CONTENT;
        }
        if (correction.correction().contact() != null) {
            told.days.add(correction.correction().contact().on());
        }
        told.changed();
        return Insertion.INSERTED;
    }

    @Override
    public Mono<Set<TeamDay>> uncountedDays(int limit) {
        return Mono.fromSupplier(() -> {
            Set<TeamDay> days = new HashSet<>();
            for (CountableContact contact : countable()) {
                if (contact.uncounted() && days.size() < limit) {
                    days.addAll(contact.teamDays());
                }
            }
            return days;
        });
    }

    @Override
    public Flux<CountableContact> on(Set<TeamDay> days) {
        return Flux.defer(() -> Flux.fromIterable(countable())
                .filter(contact -> contact.teamDays().stream().anyMatch(days::contains)));
    }

    private synchronized List<CountableContact> countable() {
        return contacts.entrySet().stream()
                .map(each -> countable(each.getKey(), each.getValue()))
                .toList();
    }

    private static CountableContact countable(UUID id, Kept told) {
        return new CountableContact(
                id,
                told.team,
                told.rev,
                told.uncounted,
                told.days,
                Versions.told(
                        id, told.first == null ? null : told.first.contact(), List.copyOf(told.corrections.values())),
                told.counted,
                told.late != null);
    }

    @Override
    public Flux<NotedContact> noted(Set<TeamDay> days) {
        return Flux.defer(() -> Flux.fromIterable(notedOn(days)).sort(NotedContact.NEWEST_FIRST));
    }

    private synchronized List<NotedContact> notedOn(Set<TeamDay> days) {
        return contacts.entrySet().stream()
                .flatMap(each -> noted(each.getKey(), each.getValue(), days).stream())
                .toList();
    }

    private static Optional<NotedContact> noted(UUID id, Kept told, Set<TeamDay> days) {
        StoredContact first = told.first;
        return NotedContact.of(
                        id,
                        first == null ? null : first.install(),
                        first == null ? null : first.contact(),
                        told.corrections.values())
                .filter(noted ->
                        days.contains(new TeamDay(told.team, noted.told().on())));
    }

    @Override
    public Mono<Void> markCounted(Collection<Standing> standings) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                standings.forEach(standing -> {
                    Kept told = contacts.get(standing.of().opId());
                    if (told != null && told.rev == standing.of().rev()) {
                        told.uncounted = false;
                        told.counted = standing.counted();
                        told.late = standing.late();
                    }
                });
            }
        });
    }

    @Override
    public Mono<Void> fence(Set<TeamDay> days) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                contacts.values().stream()
                        .filter(told -> told.uncounted
                                && told.days.stream().anyMatch(day -> days.contains(new TeamDay(told.team, day))))
                        .forEach(told -> told.rev++);
            }
        });
    }

    @Override
    public Mono<Long> countLate(ReportingPeriod halfYear) {
        return late(halfYear).count();
    }

    @Override
    public Flux<CountableContact> late(ReportingPeriod halfYear) {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(contacts.entrySet().stream()
                        .filter(told -> told.getValue().late != null && halfYear.contains(told.getValue().late))
                        .map(told -> countable(told.getKey(), told.getValue()))
                        .toList());
            }
        });
    }

    @Override
    public Mono<Void> takeIn(Map<UUID, Counted> taken) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                taken.forEach((id, counted) -> {
                    Kept told = contacts.get(id);
                    if (told != null) {
                        told.changed();
                        told.counted = counted;
                        told.late = null;
                    }
                });
            }
        });
    }

    @Override
    public Mono<Long> remove(Collection<CountableContact> read) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return read.stream()
                        .filter(contact -> {
                            Kept told = contacts.get(contact.opId());
                            return told != null
                                    && told.rev == contact.rev()
                                    && !told.uncounted
                                    && contacts.remove(contact.opId(), told);
                        })
                        .count();
            }
        });
    }

    /** As if the store were of before it was kept where contacts count. */
    public synchronized void forgetWhereContactsCount() {
        contacts.values().forEach(told -> told.counted = null);
    }
}
