package nl.bereik.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.need.Alert;
import nl.bereik.server.push.Push;
import nl.bereik.server.push.PushOutcome;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Alerts that several could send at once, or that one left. */
final class DispatcherClaimsTest extends DispatcherHouse {
    @Test
    void whatAnInstanceLeftIsSentByAnotherWhenTheClaimIsOver() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        Alert alert = waiting(id).get(0);
        sender.next("anna-phone", Mono.never());
        Disposable killed = dispatcher.turn().subscribe();
        killed.dispose();
        assertThat(turn()).as("claimed by who was killed").isZero();
        house.clock.move(Dispatcher.CLAIMED);
        assertThat(turn()).isEqualTo(1);
        assertThat(sender.sent)
                .as("sent twice, shown once")
                .containsExactly(
                        Map.entry("anna-phone", new Push(alert.id(), true)),
                        Map.entry("anna-phone", new Push(alert.id(), true)));
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void anAlertThatIsMadeWhileOthersAreSentIsNotLost() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        sender.next("anna-phone", Mono.fromSupplier(() -> {
            house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "bas");
            return new PushOutcome.Delivered();
        }));
        turn();
        assertThat(turn()).isEqualTo(1);
        assertThat(sender.tokens()).contains("bas-phone");
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void whoeverIsStillSendingKeepsTheClaim() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            UUID id = assigned(1, Urgency.NOW, "anna");
            sender.next("anna-phone", Mono.never());
            Disposable slow = dispatcher.turn().subscribe();
            for (int beats = 0; beats < 24; beats++) {
                house.clock.move(Dispatcher.HEARD_OF);
                time.advanceTimeBy(Dispatcher.HEARD_OF);
                assertThat(turn()).isZero();
            }
            slow.dispose();
            house.clock.move(Dispatcher.CLAIMED);
            time.advanceTimeBy(Dispatcher.CLAIMED);
            assertThat(turn()).as("nobody is heard of").isEqualTo(1);
            assertThat(waiting(id)).isEmpty();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void aNeedIsSettledWithoutWaitingForTheOthersOfTheTurn() {
        UUID quick = assigned(1, Urgency.NOW, "anna");
        UUID slow = assigned(2, Urgency.NOW, "bas");
        sender.next("bas-phone", Mono.never());
        Disposable turn = dispatcher.turn().subscribe();
        assertThat(waiting(quick)).isEmpty();
        assertThat(waiting(slow)).hasSize(1);
        turn.dispose();
        house.clock.move(Dispatcher.CLAIMED);
        assertThat(turn()).as("only what was under way").isEqualTo(1);
        assertThat(sender.tokens()).containsExactly("anna-phone", "bas-phone", "bas-phone");
    }

    @Test
    void aNeedIsSettledOnceAllThatIsSentForItHasEnded() {
        UUID id = assigned(1, Urgency.NOW, "anna");
        house.act(id, NeedAct.ASSIGN, "coordinator", Party.COORDINATOR, "bas");
        Sinks.One<PushOutcome> slow = Sinks.one();
        sender.next("anna-phone", slow.asMono());
        Disposable turn = dispatcher.turn().subscribe();
        assertThat(sender.tokens()).containsExactlyInAnyOrder("anna-phone", "bas-phone");
        assertThat(waiting(id)).hasSize(2);
        assertThat(turn()).as("claimed").isZero();
        slow.tryEmitValue(new PushOutcome.Delivered());
        assertThat(turn.isDisposed()).as("ended").isTrue();
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void aFreshAlertDoesNotWaitForASlowPush() {
        DispatchLoop loop = new DispatchLoop(dispatcher, house.needs.bell());
        VirtualTimeScheduler.getOrSet();
        try {
            loop.start();
            sender.next("anna-phone", Mono.never());
            assigned(1, Urgency.NOW, "anna");
            UUID fresh = assigned(2, Urgency.NOW, "bas");
            assertThat(sender.tokens()).containsExactly("anna-phone", "bas-phone");
            assertThat(waiting(fresh)).isEmpty();
        } finally {
            loop.stop();
            VirtualTimeScheduler.reset();
        }
    }
}
