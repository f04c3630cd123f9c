package nl.bereik.server.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Role;
import nl.bereik.server.care.CareTeams;
import nl.bereik.server.need.Alert;
import nl.bereik.server.need.MemoryNeeds;
import nl.bereik.server.need.NeedHouse;
import nl.bereik.server.need.NeedProperties;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.work.MemoryLeases;
import org.junit.jupiter.api.BeforeEach;

/** People, needs and the rules that assign them; on a Friday at noon. */
abstract class AssigningHouse {
    final NeedHouse house = new NeedHouse("2025-03-14T11:00:00Z");
    final MemoryLeases leases = new MemoryLeases();
    final Assigning assigning = instance(1);

    Assigning instance(long seed) {
        return instance(seed, house.needs);
    }

    Assigning instance(long seed, MemoryNeeds needs) {
        return new Assigning(
                house.store,
                needs.rules(),
                new Candidates(
                        CareTeams.of(house.accounts, NeedHouse.TEAMS), house.profiles, house.store, NeedHouse.TEAMS),
                NeedProperties.USUAL,
                leases,
                needs.bell(),
                ReferenceData.gelderlandZuid(),
                house.clock,
                new SplittableRandom(seed));
    }

    @BeforeEach
    void people() {
        house.add("worker", Role.WORKER);
        house.add("coordinator", Role.COORDINATOR);
        house.caseManager("anna", 1, 2);
        house.caseManager("bas", 2, 2);
        house.caseManager("claire", 3, 2);
        house.add("dora", Role.CASE_MANAGER);
    }

    void turns() {
        while (found(assigning) > 0) {
            // Until nothing is left to do.
            continue;
        }
    }

    static int found(Assigning one) {
        return one.turn().blockOptional().orElseThrow();
    }

    List<String> timeline(UUID id) {
        return house.need(id).history().stream()
                .map(StoredNeed.Done::event)
                .map(event -> event.what()
                        + (event.to() == null ? "" : " " + event.to())
                        + (event.by().isEmpty() && event.why() != null
                                ? " " + event.why().split(";")[0]
                                : ""))
                .toList();
    }

    Map<String, Instant> told(UUID id) {
        return house.need(id).alerts().stream()
                .collect(Collectors.toMap(Alert::to, Alert::dueAt, (first, second) -> first));
    }
}
