package nl.bereik.server.wipe;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.wipe.Orders;
import nl.bereik.server.access.Person;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.install.Revocation;
import nl.bereik.server.web.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Orders phones to erase themselves, and takes their word that they have. */
@Component
public class Wipes {
    private final Installs installs;
    private final Revocation revocation;
    private final WipeOrders orders;
    private final AuditTrail trail;
    private final Clock clock;
    private final RandomGenerator random;

    Wipes(
            Installs installs,
            Revocation revocation,
            WipeOrders orders,
            AuditTrail trail,
            Clock clock,
            RandomGenerator random) {
        this.installs = installs;
        this.revocation = revocation;
        this.orders = orders;
        this.trail = trail;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Revokes the phone of an install at once, and orders that it erases itself; also one that is revoked already.
     * Doing it again changes nothing. Answers the order in force; errors with {@link RefusedException} NOT_FOUND when
     * there is no such install in the person's scope, and with StoreUnavailableException.
     */
    public Mono<WipeOrder> order(String install, Person by) {
        return installs.find(by.scope(), install)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.NOT_FOUND, "id")))
                .flatMap(found -> orders.find(found.phone()).switchIfEmpty(order(found, by)));
    }

    private Mono<WipeOrder> order(Install install, Person by) {
        return Mono.defer(() -> {
            WipeOrder order = new WipeOrder(
                    install.phone(), Tokens.fresh(random), clock.instant().truncatedTo(ChronoUnit.MILLIS), null);
            return trail.note(by.name(), AuditAct.WIPE_ORDERED, install.phone())
                    .then(revocation.revoke(by.scope(), install.id(), order.orderedAt()))
                    .then(orders.add(order))
                    .then(orders.find(install.phone()));
        });
    }

    /** What a locked phone is to do; nothing when there is no such install. Errors with StoreUnavailableException. */
    Mono<Orders> ordersTo(String install) {
        return installs.find(install)
                .flatMap(found -> orders.find(found.phone()))
                .map(order -> new Orders(order.token()))
                .defaultIfEmpty(Orders.NONE);
    }

    /**
     * Notes that a phone has erased itself; safe to repeat. Empty. Errors with {@link RefusedException} NOT_FOUND when
     * that was not ordered, or the token is another, and with StoreUnavailableException.
     */
    Mono<Void> confirm(String install, String token) {
        return installs.find(install)
                .flatMap(found -> orders.find(found.phone()))
                .filter(order -> Tokens.same(order.token(), token))
                .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.NOT_FOUND)))
                .flatMap(order -> order.confirmedAt() != null
                        ? Mono.<Void>empty()
                        : trail.note(AuditTrail.phone(order.phone()), AuditAct.WIPE_CONFIRMED, order.phone())
                                .then(orders.confirm(order.phone(), token, clock.instant()))
                                .then());
    }
}
