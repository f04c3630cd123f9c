package nl.bereik.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.AssignedWhy;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.push.Platform;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Role;
import nl.bereik.server.alert.Dispatcher;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.care.CareTeams;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.need.Alert;
import nl.bereik.server.need.MemoryNeeds;
import nl.bereik.server.need.NeedHouse;
import nl.bereik.server.need.NeedProperties;
import nl.bereik.server.need.NeedSamples;
import nl.bereik.server.need.NeedStore;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.push.MemoryPushTokens;
import nl.bereik.server.push.Push;
import nl.bereik.server.push.PushAddress;
import nl.bereik.server.push.PushAddresses;
import nl.bereik.server.push.PushOutcome;
import nl.bereik.server.push.PushSender;
import nl.bereik.server.push.PushToken;
import nl.bereik.server.store.StoreUnavailableException;
import nl.bereik.server.work.MemoryLeases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

/** From raised to somebody who has it, or to the coordinator; on a Friday at noon. */
final class AssigningTest {
    private final NeedHouse house = new NeedHouse("2025-03-14T11:00:00Z");
    private final MemoryLeases leases = new MemoryLeases();
    private final Assigning assigning = instance(1);

    private Assigning instance(long seed) {
        return instance(seed, house.needs);
    }

    private Assigning instance(long seed, MemoryNeeds needs) {
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

    private void turns() {
        while (found(assigning) > 0) {
            // Until nothing is left to do.
            continue;
        }
    }

    private static int found(Assigning one) {
        return one.turn().blockOptional().orElseThrow();
    }

    private List<String> timeline(UUID id) {
        return house.need(id).history().stream()
                .map(StoredNeed.Done::event)
                .map(event -> event.what()
                        + (event.to() == null ? "" : " " + event.to())
                        + (event.by().isEmpty() && event.why() != null
                                ? " " + event.why().split(";")[0]
                                : ""))
                .toList();
    }

    private Map<String, Instant> told(UUID id) {
        return house.need(id).alerts().stream()
                .collect(Collectors.toMap(Alert::to, Alert::dueAt, (first, second) -> first));
    }

    @Test
    void whatIsRaisedIsAssignedAndThePersonIsToldInTheSameMove() {
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        StoredNeed need = house.need(id);
        assertThat(need.state().status()).isEqualTo(NeedStatus.ASSIGNED);
        assertThat(need.state().assignee()).isEqualTo("anna");
        assertThat(need.rev()).isEqualTo(1);
        assertThat(need.rulesAt()).isEqualTo(house.clock.instant().plus(Duration.ofHours(1)));
        assertThat(need.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.to()).isEqualTo("anna");
            assertThat(alert.urgent()).isTrue();
            assertThat(alert.dueAt()).isEqualTo(house.clock.instant());
        });
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE");
        assertThat(house.needs.trail().noted())
                .containsExactly(new Noted(AuditTrail.SERVER, AuditAct.NEED_ASSIGNED, id.toString()));
    }

    @Test
    void oneTurnOfTheRulesAndOneOfTheDispatcherBringItToThePhone() {
        MemoryPushTokens tokens = new MemoryPushTokens();
        MemoryInstalls installs = new MemoryInstalls();
        installs.add(new Install(
                        "phone",
                        NeedHouse.TEAM,
                        JsonObject.of(Map.of("kty", "EC")),
                        null,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        "anna",
                        false))
                .block();
        tokens.keep(new PushAddress("phone", "phone", "anna", new PushToken("token", Platform.ANDROID)))
                .block();
        List<Push> sent = new ArrayList<>();
        Dispatcher dispatcher = new Dispatcher(
                house.store,
                new PushAddresses(tokens, installs),
                new TakingSender(sent),
                house.clock,
                new SplittableRandom(2));
        house.raise(1, Urgency.NOW);

        assertThat(found(assigning)).isEqualTo(1);
        assertThat(dispatcher.turn().block()).isEqualTo(1);
        assertThat(sent).singleElement().satisfies(push -> assertThat(push.urgent())
                .isTrue());
    }

    private record TakingSender(List<Push> sent) implements PushSender {
        @Override
        public Mono<PushOutcome> send(PushToken token, Push push) {
            return Mono.fromSupplier(() -> {
                sent.add(push);
                return new PushOutcome.Delivered();
            });
        }

        @Override
        public boolean reachesPhones() {
            return true;
        }
    }

    @Test
    void whatCannotBeNotedIsNotDone() {
        UUID id = house.raise(1, Urgency.NOW);
        house.needs.trail().fail(true);
        assertThatThrownBy(() -> assigning.turn().block()).isInstanceOf(StoreUnavailableException.class);
        assertThat(timeline(id)).isEmpty();
        house.needs.trail().fail(false);
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE");
    }

    @Test
    void caseloadsAreCountedWhileNeedsAreGivenOut() {
        List<UUID> ids = LongStream.rangeClosed(1, 7)
                .mapToObj(number -> house.raise(number, Urgency.TODAY))
                .toList();
        turns();
        assertThat(ids.stream().map(id -> String.valueOf(house.need(id).state().assignee())))
                .containsExactlyInAnyOrder("anna", "bas", "claire", "anna", "bas", "claire", "null");
        UUID left = ids.stream()
                .filter(id -> house.need(id).state().assignee() == null)
                .findFirst()
                .orElseThrow();
        assertThat(timeline(left)).containsExactly("ESCALATE COORDINATOR");
        assertThat(told(left)).containsOnlyKeys("coordinator");
    }

    @Test
    void nobodyAcceptsInTimeThenTheNextIsAskedThenTheCoordinatorIsTold() {
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        house.clock.move(Duration.ofMinutes(59));
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE");
        house.clock.move(Duration.ofMinutes(1));
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE", "ASSIGN bas NEXT");
        house.clock.move(Duration.ofHours(1));
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE", "ASSIGN bas NEXT", "ESCALATE COORDINATOR");
        assertThat(told(id)).containsKey("coordinator");
        assertThat(house.need(id).state().assignee()).as("can still accept").isEqualTo("bas");
        house.clock.move(Duration.ofHours(1));
        turns();
        assertThat(timeline(id)).hasSize(4).last().isEqualTo("ESCALATE COORDINATOR");
        house.clock.move(Duration.ofDays(30));
        turns();
        assertThat(timeline(id)).as("told twice and no more").hasSize(4);
    }

    @Test
    void whoIsWishedForIsFollowedByOneOtherBeforeTheCoordinatorToo() {
        UUID id = house.raise(1, Urgency.NOW, "GGD");
        for (int i = 0; i < 4; i++) {
            turns();
            house.clock.move(Duration.ofHours(1));
        }
        assertThat(timeline(id))
                .containsExactly(
                        "ASSIGN anna WISHED", "ASSIGN bas NEXT", "ESCALATE COORDINATOR", "ESCALATE COORDINATOR");
    }

    @Test
    void whatWasHandedOverIsPassedOnOnceMore() {
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        house.clock.move(Duration.ofHours(1));
        turns();
        house.act(id, NeedAct.ACCEPT, "bas", Party.CASE_MANAGER);
        house.act(id, NeedAct.TRANSFER, "bas", Party.CASE_MANAGER, "dora");
        house.clock.move(Duration.ofHours(1));
        turns();
        assertThat(timeline(id)).endsWith("TRANSFER dora", "ASSIGN claire NEXT");
    }

    @Test
    void whoAcceptsInTimeStopsIt() {
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        house.act(id, NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        house.clock.move(Duration.ofDays(2));
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE", "ACCEPT");
        assertThat(told(id)).containsKey("worker");
    }

    @Test
    void whoDeclinesIsFollowedAtOnceByAllOthersBeforeTheCoordinator() {
        UUID id = house.raise(1, Urgency.WEEK);
        turns();
        for (String name : List.of("anna", "bas", "claire")) {
            assertThat(house.need(id).state().assignee()).isEqualTo(name);
            house.act(id, NeedAct.DECLINE, name, Party.CASE_MANAGER);
            turns();
        }
        assertThat(house.need(id).state().status()).isEqualTo(NeedStatus.DECLINED);
        assertThat(timeline(id)).last().isEqualTo("ESCALATE COORDINATOR");
    }

    @Test
    void whatCanWaitNeverEscalates() {
        UUID id = house.raise(1, Urgency.ROUTINE);
        turns();
        assertThat(house.need(id).rulesAt()).isNull();
        house.clock.move(Duration.ofDays(60));
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE");
    }

    @Test
    void whenNobodyCouldBeAskedTheRulesLookOnceMore() {
        house.profiles.remove("anna").block();
        house.profiles.remove("bas").block();
        house.profiles.remove("claire").block();
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        assertThat(timeline(id)).containsExactly("ESCALATE COORDINATOR");
        house.caseManager("eva", 1, 1);
        house.clock.move(Duration.ofHours(1));
        turns();
        assertThat(timeline(id)).containsExactly("ESCALATE COORDINATOR", "ASSIGN eva RULE");
    }

    @Test
    void reopenedNeedsAreAssignedAnew() {
        UUID id = house.raise(1, Urgency.TODAY);
        turns();
        house.act(id, NeedAct.ACCEPT, "anna", Party.CASE_MANAGER);
        house.act(id, NeedAct.FINISH, "anna", Party.CASE_MANAGER);
        house.act(id, NeedAct.REOPEN, "coordinator", Party.COORDINATOR);
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE", "ACCEPT", "FINISH", "REOPEN", "ASSIGN anna RULE");
    }

    @Test
    void whatTheCoordinatorAssignedIsPassedOnByTheRulesWhenNobodyAccepts() {
        UUID id = house.raise(1, Urgency.NOW);
        turns();
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "dora");
        turns();
        assertThat(timeline(id)).containsExactly("ASSIGN anna RULE", "ASSIGN dora");
        house.clock.move(Duration.ofHours(1));
        turns();
        assertThat(timeline(id)).last().isEqualTo("ASSIGN bas NEXT");
    }

    @Test
    void oneInstanceAtATimeAssigns() {
        house.raise(1, Urgency.NOW);
        assertThat(found(assigning)).isEqualTo(1);
        UUID id = house.raise(2, Urgency.NOW);
        Assigning other = instance(2);
        assertThat(found(other)).as("the first has it").isZero();
        assertThat(timeline(id)).isEmpty();
        house.clock.move(Assigning.HELD);
        assertThat(found(other)).as("the first has stopped").isEqualTo(1);
        assertThat(timeline(id)).containsExactly("ASSIGN bas RULE");
    }

    @Test
    void anAccountOrAnAreaOfAnyNameIsAssignedAndShownAsItIs() {
        String account = "org:dep=a|b;c";
        house.caseManager(account, 1, 9);
        UUID wished = house.raise(1, NeedSamples.wishing(Urgency.TODAY, "Tiel", account));
        UUID area = house.raise(2, NeedSamples.wishing(Urgency.TODAY, "Tiel; West=Betuwe", null));
        turns();
        assertThat(house.need(wished).state().assignee()).isEqualTo(account);
        assertThat(why(wished).factors()).containsEntry(AssignedWhy.PERSON, account);
        assertThat(why(area).factors()).containsEntry(AssignedWhy.AREA, "Tiel; West=Betuwe");
    }

    private AssignedWhy why(UUID id) {
        String why = house.need(id).history().get(0).event().why();
        return AssignedWhy.parse(String.valueOf(why)).orElseThrow();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatCannotBeDecidedKeepsNoOtherWaiting(CapturedOutput output) {
        UUID first = house.raise(1, Urgency.NOW);
        UUID bad = house.raise(2, Urgency.NOW);
        UUID last = house.raise(3, Urgency.NOW);
        MemoryNeeds needs = new MemoryNeeds(failing(house.store, bad), house.accounts, NeedHouse.TEAMS, house.clock, 1);
        Assigning one = instance(1, needs);

        assertThat(found(one)).as("only those that were moved").isEqualTo(2);
        assertThat(needs.rings()).containsOnly(Map.entry(NeedHouse.TEAM, 1L));
        assertThat(found(one)).as("no reason to look again at once").isZero();
        assertThat(needs.rings()).containsOnly(Map.entry(NeedHouse.TEAM, 1L));

        assertThat(timeline(first)).containsExactly("ASSIGN anna RULE");
        assertThat(timeline(last)).hasSize(1);
        assertThat(timeline(bad)).isEmpty();
        assertThat(output).contains(bad.toString(), "ClassCastException").doesNotContain("of Maria");
    }

    /** Where this need cannot be moved, for a reason of its own. */
    private static NeedStore failing(NeedStore store, UUID bad) {
        return (NeedStore) Proxy.newProxyInstance(
                NeedStore.class.getClassLoader(), new Class<?>[] {NeedStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("move")
                            && ((StoredNeed) arguments[0]).id().equals(bad)) {
                        throw new ClassCastException("of Maria");
                    }
                    return method.invoke(store, arguments);
                });
    }

    @Test
    void aMoveThatComesInBetweenIsNotUndone() {
        UUID id = house.raise(1, Urgency.NOW);
        StoredNeed read = house.need(id);
        house.act(id, NeedAct.ACCEPT, "dora", Party.CASE_MANAGER);
        assertThat(house.needs
                        .rules()
                        .escalate(read, List.of("coordinator"), house.clock.instant())
                        .block())
                .isFalse();
        turns();
        assertThat(timeline(id)).containsExactly(NeedAct.ACCEPT.name());
    }
}
