package nl.bereik.server.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Contacts in memory. */
public final class MemoryContactStore implements ContactStore {
    private final Map<UUID, StoredContact> contacts = new LinkedHashMap<>();
    private final Set<UUID> uncounted = new HashSet<>();
    private final Set<UUID> failing = new HashSet<>();

    /** Inserting this contact fails from now on. */
    public synchronized void fail(UUID opId) {
        failing.add(opId);
    }

    public synchronized void mend() {
        failing.clear();
    }

    public synchronized int size() {
        return contacts.size();
    }

    /** The contact of this id; null when there is none. */
    public synchronized @Nullable StoredContact find(UUID opId) {
        return contacts.get(opId);
    }

    /** All contacts, in the order in which they came. */
    public synchronized List<StoredContact> stored() {
        return List.copyOf(contacts.values());
    }

    @Override
    public Mono<List<Insertion>> insert(List<StoredContact> batch) {
        return Mono.fromSupplier(() -> batch.stream().map(this::insert).toList());
    }

    private synchronized Insertion insert(StoredContact contact) {
        if (failing.contains(contact.opId())) {
            return Insertion.FAILED;
        }
        StoredContact there = contacts.putIfAbsent(contact.opId(), contact);
        if (there == null) {
            uncounted.add(contact.opId());
            return Insertion.INSERTED;
        }
        return there.hash().equals(contact.hash()) ? Insertion.SAME_CONTENT : Insertion.OTHER_CONTENT;
    }

    @Override
    public Mono<Set<TeamDay>> uncountedDays(int limit) {
        return Mono.fromSupplier(() -> countable().stream()
                .filter(CountableContact::uncounted)
                .map(CountableContact::teamDay)
                .distinct()
                .limit(limit)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Flux<CountableContact> on(Set<TeamDay> days) {
        return Flux.defer(() -> Flux.fromIterable(countable()).filter(contact -> days.contains(contact.teamDay())));
    }

    private synchronized List<CountableContact> countable() {
        List<CountableContact> all = new ArrayList<>();
        contacts.forEach((id, stored) ->
                all.add(new CountableContact(id, stored.team(), uncounted.contains(id), stored.contact())));
        return all;
    }

    @Override
    public Mono<Void> markCounted(Collection<UUID> opIds) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                uncounted.removeAll(Set.copyOf(opIds));
            }
        });
    }
}
