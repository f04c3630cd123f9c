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
import java.util.stream.LongStream;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.AssignedWhy;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.push.Platform;
import nl.bereik.server.alert.Dispatcher;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.need.MemoryNeeds;
import nl.bereik.server.need.NeedHouse;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

/** From raised to somebody who has it. */
final class AssigningTest extends AssigningHouse {
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
