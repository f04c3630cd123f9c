package nl.bereik.server.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.mobile.outbox.OutboxStatus;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.sync.SyncResult.End;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.server.contact.StoredContact;
import nl.bereik.server.contact.TeamDay;
import nl.bereik.server.simulation.Violation.Promise;

/** The promises, checked against what the users know. */
final class Invariants {
    private final SimStores stores;
    private final Map<String, SimPhone> phones = new HashMap<>();

    Invariants(SimStores stores) {
        this.stores = stores;
    }

    /** This install is that phone's. */
    void enrolled(String install, SimPhone phone) {
        SimPhone before = phones.put(install, phone);
        if (before != null && before != phone) {
            throw new Violation(Promise.STORED_AS_LOGGED, "one install is two phones");
        }
    }

    boolean isStored(UUID opId) {
        return stores.contacts.holds(opId);
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
        Map<UUID, ContactMoment> logged = new LinkedHashMap<>();
        all.forEach(phone -> logged.putAll(phone.logbook().saved()));
        all.forEach(phone -> phone.logbook().saved().keySet().forEach(opId -> {
            if (!isStored(opId)) {
                throw new Violation(Promise.SAVED_IS_SAVED, phone.name() + "'s " + opId + " never arrived");
            }
        }));
        addUp(logged);
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
        if (status.held() > 0 && (status.provedAt() == null || !last.proved())) {
            throw new Violation(Promise.IS_PROVED, phone.name() + " is not proved: " + status + ", " + last);
        }
    }

    /** Each stored contact is one that its phone logged, as it was logged, at a place of its own. */
    void areAsLogged() {
        Set<String> places = new HashSet<>();
        for (StoredContact stored : stores.contacts.stored()) {
            SimPhone phone = phones.get(stored.install());
            ContactMoment logged =
                    phone == null ? null : phone.logbook().saved().get(stored.opId());
            if (phone == null || logged == null) {
                throw new Violation(
                        Promise.STORED_AS_LOGGED,
                        stored.opId() + " is stored for " + (phone == null ? "nobody" : phone.name())
                                + ", who did not log it");
            }
            if (!logged.equals(stored.contact())) {
                throw new Violation(Promise.STORED_AS_LOGGED, stored.opId() + " has other content than was logged");
            }
            if (!places.add(stored.install() + stored.opSeq())) {
                throw new Violation(Promise.STORED_AS_LOGGED, "two items at " + stored.opSeq() + " of " + phone.name());
            }
        }
        if (!stores.quarantine.items().isEmpty()) {
            throw new Violation(Promise.STORED_AS_LOGGED, "something is in quarantine");
        }
    }

    private void addUp(Map<UUID, ContactMoment> logged) {
        Set<TeamDay> days = logged.values().stream()
                .map(contact -> new TeamDay(Simulation.TEAM, contact.on()))
                .collect(Collectors.toSet());
        List<DayTally> tallies =
                stores.tallies.of(days).collectList().blockOptional().orElseThrow();
        ReachCounts counted = tallies.stream().map(DayTally::counts).reduce(ReachCounts.zero(), ReachCounts::plus);
        ReachCounts expected = ReachCounts.fold(logged.values());
        if (!counted.equals(expected)) {
            throw new Violation(
                    Promise.FIGURES_ADD_UP, "counted " + counted.contacts() + ", logged " + expected.contacts());
        }
    }
}
