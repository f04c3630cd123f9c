package nl.bereik.server.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.mobile.outbox.OutboxStatus;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.sync.SyncResult.End;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.server.contact.StoredContact;
import nl.bereik.server.contact.StoredCorrection;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.simulation.Violation.Promise;
import org.jspecify.annotations.Nullable;

/** The promises, checked against what the users know. */
final class Invariants {
    private final SimStores stores;
    private final Map<String, SimPhone> phones = new HashMap<>();
    private final Map<SimPhone, String> installs = new HashMap<>();

    Invariants(SimStores stores) {
        this.stores = stores;
    }

    /** This install is that phone's. */
    void enrolled(String install, SimPhone phone) {
        SimPhone before = phones.put(install, phone);
        if (before != null && before != phone) {
            throw new Violation(Promise.STORED_AS_LOGGED, "one install is two phones");
        }
        String other = installs.put(phone, install);
        if (other != null && !other.equals(install) && !phone.wasRestored()) {
            throw new Violation(Promise.STAYS_ITSELF, phone.name() + " became another install and was never restored");
        }
    }

    /** Whether the server holds an item, be it in quarantine. */
    boolean isStored(UUID opId) {
        return stores.contacts.holds(opId)
                || stores.quarantine.items().stream()
                        .anyMatch(kept -> kept.item().opId().equals(opId));
    }

    /** A phone was told that these arrived. */
    void heard(SimPhone phone, List<UUID> arrived) {
        for (UUID opId : arrived) {
            if (!isStored(opId)) {
                throw new Violation(
                        Promise.ARRIVED_IS_STORED, phone.name() + " was told of " + opId + ", which nobody holds");
            }
        }
    }

    /** Nothing goes wrong any more, and nothing is planned. */
    void quiet(List<SimPhone> all) {
        areAsLogged();
        all.forEach(Invariants::hasSentAll);
        all.forEach(phone -> phone.logbook().saved().forEach(opId -> {
            if (!stores.contacts.holds(opId)) {
                throw new Violation(Promise.SAVED_IS_SAVED, phone.name() + "'s " + opId + " never arrived");
            }
        }));
        Map<UUID, Told> stored = new LinkedHashMap<>();
        all.forEach(phone -> phone.logbook().ever().forEach((opId, told) -> {
            if (stores.contacts.holds(opId)) {
                stored.put(opId, told);
            }
        }));
        addUp(stored);
    }

    private static void hasSentAll(SimPhone phone) {
        Phone open = phone.phone();
        SyncResult last = phone.lastSync();
        if (open == null || last == null || last.end() != End.COMPLETE) {
            throw new Violation(Promise.BECOMES_QUIET, phone.name() + " is stuck: " + last);
        }
        OutboxStatus status = open.outbox().status();
        if (status.waiting() != 0 || status.needsRepair() != 0 || status.underReview() != 0) {
            throw new Violation(Promise.BECOMES_QUIET, phone.name() + " has something left: " + status);
        }
        if (status.provedAt() == null || !last.proved() || status.lost() != 0) {
            throw new Violation(Promise.IS_PROVED, phone.name() + " is not proved: " + status + ", " + last);
        }
    }

    /** Each stored contact or correction is one that its phone logged, as it was logged, at a place of its own. */
    void areAsLogged() {
        Set<String> places = new HashSet<>();
        for (StoredContact stored : stores.contacts.stored()) {
            isAsLogged(stored.opId(), stored.install(), stored.opSeq(), Told.first(stored.contact()), places);
        }
        for (StoredCorrection stored : stores.contacts.corrections()) {
            Told told = new Told(
                    stored.correction().corrects(),
                    stored.correction().version(),
                    stored.correction().contact());
            isAsLogged(stored.opId(), stored.install(), stored.opSeq(), told, places);
        }
    }

    private void isAsLogged(UUID opId, String install, long opSeq, Told stored, Set<String> places) {
        @Nullable SimPhone phone = phones.get(install);
        Told logged = phone == null ? null : phone.logbook().ever().get(opId);
        if (phone == null || logged == null) {
            throw new Violation(
                    Promise.STORED_AS_LOGGED,
                    opId + " is stored for " + (phone == null ? "nobody" : phone.name()) + ", who did not log it");
        }
        if (!logged.equals(stored)) {
            throw new Violation(Promise.STORED_AS_LOGGED, opId + " has other content than was logged");
        }
        if (!places.add(install + opSeq) && !phone.wasRestored()) {
            throw new Violation(Promise.STORED_AS_LOGGED, "two items at " + opSeq + " of " + phone.name());
        }
    }

    private void addUp(Map<UUID, Told> stored) {
        List<ContactMoment> counting = Told.counting(stored);
        Set<TeamDay> days = stored.values().stream()
                .flatMap(told -> Stream.ofNullable(told.contact()))
                .map(ContactMoment::on)
                .distinct()
                .map((LocalDate on) -> new TeamDay(Simulation.TEAM, on))
                .collect(Collectors.toSet());
        List<DayTally> tallies =
                stores.tallies.of(days).collectList().blockOptional().orElseThrow();
        ReachCounts counted = tallies.stream().map(DayTally::counts).reduce(ReachCounts.zero(), ReachCounts::plus);
        ReachCounts expected = ReachCounts.fold(counting);
        if (!counted.equals(expected)) {
            throw new Violation(
                    Promise.FIGURES_ADD_UP, "counted " + counted.contacts() + ", logged " + expected.contacts());
        }
    }
}
