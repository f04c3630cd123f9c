package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.wipe.Orders;
import nl.bereik.protocol.wipe.WipedReport;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.install.Install;
import nl.bereik.server.wipe.WipeOrder;
import nl.bereik.server.wipe.WipeOrders;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Ordering a phone to erase itself, as the phone and a script see it. */
@SuppressWarnings("NullAway.Init")
final class WipeSliceTest extends SyncSlice {
    @Autowired
    WipeOrders wipeOrders;

    @Autowired
    MemoryAuditTrail trail;

    @Test
    void anOrderRevokesAtOnceAndIsToldWithAndWithoutAKey() {
        assertThat(orders(phone)).isEqualTo(Orders.NONE);
        order(phone.id(), 204);
        refused(Reason.WIPE_ORDERED, push(ONE_ITEM));
        Orders told = orders(phone);
        assertThat(told.wipe()).hasSize(22);
        order(phone.id(), 204);
        assertThat(orders(phone)).isEqualTo(told);
        assertThat(trail.noted().stream()
                        .filter(noted -> noted.act() == AuditAct.WIPE_ORDERED
                                && noted.id().equals(phone.id())))
                .hasSize(1);
        assertThat(trail.noted().toString()).doesNotContain(String.valueOf(told.wipe()));
    }

    @Test
    void aPhoneThatIsRevokedOnlyIsToldThatAndCanStillBeOrdered() {
        installs.revoke(phone.id(), time.instant()).block();
        refused(Reason.REVOKED_INSTALL, push(ONE_ITEM));
        assertThat(orders(phone)).isEqualTo(Orders.NONE);
        order(phone.id(), 204);
        refused(Reason.WIPE_ORDERED, push(ONE_ITEM));
    }

    @Test
    void anOrderIsNotToldToWhoeverCannotSign() {
        order(phone.id(), 204);
        TestPhone stranger = new TestPhone();
        refused(
                Reason.WRONG_SIGNATURE,
                sendProof(stranger.proof(proofOf(ONE_ITEM), "bereik-proof+jwt", phone.id()), ONE_ITEM));
    }

    @Test
    void onlyTheRightTokenConfirmsAndOnce() {
        order(phone.id(), 204);
        String token = String.valueOf(orders(phone).wipe());
        assertThat(wiped(phone.id(), "wrong")).isEqualTo(404);
        assertThat(wiped(new TestPhone().id(), token)).isEqualTo(404);
        assertThat(inForce().confirmedAt()).isNull();
        assertThat(wiped(phone.id(), token)).isEqualTo(204);
        assertThat(inForce().confirmedAt()).isEqualTo(time.instant());
        assertThat(wiped(phone.id(), token)).isEqualTo(204);
        assertThat(trail.noted().stream()
                        .filter(noted -> noted.act() == AuditAct.WIPE_CONFIRMED
                                && noted.id().equals(phone.id())))
                .hasSize(1);
        refused(Reason.WIPE_ORDERED, push(ONE_ITEM));
        assertThat(orders(phone).wipe()).isEqualTo(token);
    }

    @Test
    void allInstallsOfAPhoneThatWasRestoredAreOrdered() {
        TestPhone renewed = new TestPhone();
        Install later = renewed.install("team");
        installs.add(new Install(
                        later.id(), later.team(), later.publicKey(), phone.id(), later.enrolledAt(), null, null))
                .block();
        order(renewed.id(), 204);
        String token = String.valueOf(orders(renewed).wipe());
        assertThat(orders(phone).wipe()).isEqualTo(token);
        refused(Reason.WIPE_ORDERED, send(renewed, HttpMethod.POST, SyncPaths.PUSH, ONE_ITEM, null));
        refused(Reason.WIPE_ORDERED, push(ONE_ITEM));
        assertThat(wiped(renewed.id(), token)).isEqualTo(204);
    }

    @Test
    void whatIsNotThereIsRefusedAndTellsAStrangerNothing() {
        order("nobody", 404);
        assertThat(Orders.decode(ok(get(SyncPaths.ORDERS + "nobody")))).isEqualTo(Orders.NONE);
        assertThat(get(SyncPaths.ORDERS + "x".repeat(65)).getStatus().value()).isEqualTo(404);
        for (String broken : new String[] {"", "{", "[]", "{\"installId\":1,\"token\":2}", "x".repeat(2000)}) {
            assertThat(post(SyncPaths.WIPED, broken.getBytes(StandardCharsets.UTF_8)))
                    .isBetween(400, 413);
        }
    }

    @Test
    void askingOverAndOverIsRefused() {
        String id = new TestPhone().id();
        for (int i = 0; i < 20; i++) {
            ok(get(SyncPaths.ORDERS + id));
        }
        refused(Reason.TOO_MANY_REQUESTS, get(SyncPaths.ORDERS + id));
        assertThat(orders(phone)).isEqualTo(Orders.NONE);
    }

    private WipeOrder inForce() {
        return wipeOrders.find(phone.id()).blockOptional().orElseThrow();
    }

    private Orders orders(TestPhone of) {
        return Orders.decode(ok(get(SyncPaths.ORDERS + of.id())));
    }

    private void order(String id, int status) {
        assertThat(post("/api/v1/installs/" + id + "/wipe", new byte[0])).isEqualTo(status);
    }

    private int wiped(String id, String token) {
        return post(SyncPaths.WIPED, new WipedReport(id, token).encode());
    }

    private int post(String path, byte[] body) {
        return exchange(HttpMethod.POST, path, body, null, null).getStatus().value();
    }
}
