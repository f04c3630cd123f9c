package nl.bereik.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.need.Alert;
import nl.bereik.server.push.Push;
import nl.bereik.server.push.PushOutcome;
import org.junit.jupiter.api.Test;

/** Alerts on their way to phones. */
final class DispatcherTest extends DispatcherHouse {
    @Test
    void anAlertIsSentOnceAndSettled() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        Alert alert = waiting(id).get(0);
        assertThat(turn()).isEqualTo(1);
        assertThat(sender.sent).containsExactly(Map.entry("anna-phone", new Push(alert.id(), true)));
        assertThat(waiting(id)).isEmpty();
        assertThat(turn()).isZero();
        assertThat(sender.sent).hasSize(1);
    }

    @Test
    void everyPhoneOfAPersonIsNudged() {
        phone("anna-tablet", "anna");
        assigned(1, Urgency.NOW, "anna");
        turn();
        assertThat(sender.tokens()).containsExactlyInAnyOrder("anna-phone", "anna-tablet");
    }

    @Test
    void whatIsNotUrgentGoesTogetherAndInItsTime() {
        List<UUID> ids = List.of(
                assigned(1, Urgency.ROUTINE, "anna"),
                assigned(2, Urgency.ROUTINE, "anna"),
                assigned(3, Urgency.ROUTINE, "bas"));
        assertThat(turn()).isZero();
        house.clock.move(Duration.ofDays(1));
        assertThat(turn()).isEqualTo(3);
        assertThat(sender.tokens()).containsExactlyInAnyOrder("anna-phone", "bas-phone");
        assertThat(sender.sent).noneMatch(sent -> sent.getValue().urgent());
        assertThat(ids).allSatisfy(id -> assertThat(waiting(id)).isEmpty());
    }

    @Test
    void aTokenThatIsNoneAnyMoreIsForgotten() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        sender.next("anna-phone", new PushOutcome.Unregistered());
        turn();
        assertThat(tokens.of("anna-phone").block()).isNull();
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void whatDidNotComeThroughIsTriedAgainUnderTheSameIdWhereItWasMissed() {
        phone("anna-tablet", "anna");
        UUID id = assigned(1, Urgency.NOW, "anna");
        Alert alert = waiting(id).get(0);
        sender.next("anna-tablet", new PushOutcome.Retry(Duration.ofMinutes(3)));
        turn();
        assertThat(waiting(id)).singleElement().satisfies(again -> {
            assertThat(again.id()).isEqualTo(alert.id());
            assertThat(again.tries()).isEqualTo(1);
            assertThat(again.reached()).containsExactly("anna-phone");
            assertThat(again.dueAt()).isEqualTo(house.clock.instant().plus(Duration.ofMinutes(3)));
        });
        sender.sent.clear();
        assertThat(turn()).as("not before it may help").isZero();
        house.clock.move(Duration.ofMinutes(3));
        assertThat(turn()).isEqualTo(1);
        assertThat(sender.sent).containsExactly(Map.entry("anna-tablet", new Push(alert.id(), true)));
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void theRestBetweenTriesGrowsAndAfterADayItIsGivenUp() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        int tries = 0;
        while (!waiting(id).isEmpty() && tries < 10_000) {
            sender.next("anna-phone", new PushOutcome.Retry(null));
            house.clock.move(
                    Duration.between(house.clock.instant(), waiting(id).get(0).dueAt()));
            assertThat(turn()).isEqualTo(1);
            tries++;
        }
        assertThat(waiting(id)).isEmpty();
        assertThat(house.clock.instant()).isAfterOrEqualTo("2025-06-02T12:00:00Z");
        assertThat(tries).isBetween(300, 1_500);
    }

    @Test
    void whatWasHeldForADayIsTriedForADayAsWell() {
        house.clock.move(Duration.ofHours(-3));
        UUID id = assigned(1, Urgency.ROUTINE, "anna");
        house.clock.move(
                Duration.between(house.clock.instant(), waiting(id).get(0).dueAt()));
        assertThat(Duration.between(house.need(id).receivedAt(), house.clock.instant()))
                .isGreaterThan(Duration.ofHours(21));
        house.clock.move(Duration.ofHours(5));
        sender.next("anna-phone", new PushOutcome.Retry(null));
        turn();
        assertThat(waiting(id)).as("not given up").hasSize(1);
    }

    @Test
    void whatCannotBeSentIsGivenUp() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        sender.next("anna-phone", new PushOutcome.Failed("INVALID_ARGUMENT"));
        turn();
        assertThat(waiting(id)).isEmpty();
        assertThat(tokens.of("anna-phone").block()).isNotNull();
    }

    @Test
    void whatIsRefusedForTheServersAccountIsTriedAgainUntilThatIsPutRight() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        Alert alert = waiting(id).get(0);
        sender.next("anna-phone", new PushOutcome.Refused("CREDENTIALS"));
        turn();
        assertThat(waiting(id)).singleElement().satisfies(again -> assertThat(again.tries())
                .isEqualTo(1));
        house.clock.move(Duration.ofMinutes(5));
        turn();
        assertThat(sender.sent)
                .containsExactly(
                        Map.entry("anna-phone", new Push(alert.id(), true)),
                        Map.entry("anna-phone", new Push(alert.id(), true)));
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void whoHasNoPhoneIsNotWaitedFor() {
        tokens.remove("anna-phone").block();
        UUID id = assigned(1, Urgency.NOW, "anna");
        assertThat(turn()).isEqualTo(1);
        assertThat(sender.sent).isEmpty();
        assertThat(waiting(id)).isEmpty();
    }
}
