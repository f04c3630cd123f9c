package nl.bereik.server.care;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import nl.bereik.protocol.contact.Topic;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What every {@link CareProfiles} must do. */
abstract class CareProfilesContract {
    private static final CareProfile ANNA = new CareProfile(
            "anna",
            "GGD",
            Set.of(Topic.HOUSING, Topic.SAFETY),
            Set.of("Tiel"),
            Set.of("nl", "ro"),
            4,
            2,
            List.of(new CareProfile.Duty(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 30))),
            List.of(new CareProfile.Absence(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 14))));
    private static final CareProfile BAS =
            new CareProfile("bas", "RIBW", Set.of(), Set.of(), Set.of(), 3, 1, List.of(), List.of());
    private static final CareProfile CLAIRE =
            new CareProfile("claire", "RIBW", Set.of(), Set.of(), Set.of(), 3, 1, List.of(), List.of());

    abstract CareProfiles profiles();

    private void put(CareProfile... some) {
        for (CareProfile each : some) {
            StepVerifier.create(profiles().put(each)).verifyComplete();
        }
    }

    @Test
    void whatIsPutIsFoundAsItWas() {
        StepVerifier.create(profiles().find("anna")).verifyComplete();
        put(ANNA, BAS);
        StepVerifier.create(profiles().find("anna")).expectNext(ANNA).verifyComplete();
        CareProfile changed = new CareProfile("anna", "MEE", Set.of(), Set.of(), Set.of(), 0, 9, List.of(), List.of());
        put(changed, changed);
        StepVerifier.create(profiles().find("anna")).expectNext(changed).verifyComplete();
        StepVerifier.create(profiles().find("bas")).expectNext(BAS).verifyComplete();
    }

    @Test
    void allComeByTurnThenByName() {
        StepVerifier.create(profiles().all()).verifyComplete();
        put(CLAIRE, ANNA, BAS);
        StepVerifier.create(profiles().all()).expectNext(BAS, CLAIRE, ANNA).verifyComplete();
    }

    @Test
    void removedIsGone() {
        put(ANNA, BAS);
        StepVerifier.create(profiles().remove("anna")).verifyComplete();
        StepVerifier.create(profiles().remove("anna")).verifyComplete();
        StepVerifier.create(profiles().all()).expectNext(BAS).verifyComplete();
    }

    @Test
    void putTwiceAtOnceIsThereOnce() {
        Flux.range(0, 8)
                .flatMap(i -> profiles().put(ANNA).subscribeOn(Schedulers.parallel()), 8)
                .then()
                .block();
        StepVerifier.create(profiles().all()).expectNext(ANNA).verifyComplete();
    }
}
