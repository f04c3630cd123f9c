package nl.bereik.server;

import java.time.Duration;
import java.time.Instant;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.need.NeedBell;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** A phone listens at the door, as long as it may sync. */
final class DoorbellSliceTest extends SyncSlice {
    private static final byte[] NOTHING = {};
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    @Autowired
    NeedBell bell;

    @Test
    void aPhoneHearsThatSomethingChangedAndNothingMore() {
        Flux<String> heard = client().get()
                .uri(SyncPaths.DOORBELL)
                .header(RequestProof.HEADER, phone.proof("GET", SyncPaths.DOORBELL, NOTHING, time.instant()))
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody()
                .map(event -> event.event() + "|" + event.data() + "|" + event.id());
        StepVerifier.create(heard)
                .expectNext("changed||null")
                .then(() -> bell.ring("another").then(bell.ring("team")).block())
                .expectNext("changed||null")
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void onlyWhoMaySyncMayListen() {
        refused(Reason.WRONG_SIGNATURE, get(SyncPaths.DOORBELL));
        refused(Reason.UNKNOWN_INSTALL, send(new TestPhone(), HttpMethod.GET, SyncPaths.DOORBELL, NOTHING, null));
        installs.revoke(phone.id(), Instant.EPOCH).block();
        refused(Reason.REVOKED_INSTALL, send(phone, HttpMethod.GET, SyncPaths.DOORBELL, NOTHING, null));
    }
}
