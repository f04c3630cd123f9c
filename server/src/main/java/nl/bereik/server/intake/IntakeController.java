package nl.bereik.server.intake;

import java.util.List;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.MalformedJsonException;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.access.SignedByInstall;
import nl.bereik.server.contact.ContactArrivals;
import nl.bereik.server.signature.SignedRequests;
import nl.bereik.server.web.RefusedException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class IntakeController {
    private final SignedRequests requests;
    private final Intake intake;
    private final ContactArrivals arrivals;

    IntakeController(SignedRequests requests, Intake intake, ContactArrivals arrivals) {
        this.requests = requests;
        this.intake = intake;
        this.arrivals = arrivals;
    }

    @SignedByInstall
    @PostMapping(SyncPaths.PUSH)
    Mono<ResponseEntity<byte[]>> push(ServerHttpRequest request) {
        return requests.read(request)
                .flatMap(signed -> intake.push(signed.install(), decode(signed.body())))
                .doOnNext(any -> arrivals.ring())
                .map(PushReply::encode)
                .map(ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)::body);
    }

    private static List<PushBatch.Element> decode(byte[] body) {
        try {
            return PushBatch.decode(body);
        } catch (MalformedJsonException e) {
            Object items = Json.readObject(body).get("items");
            if (items == null) {
                throw new RefusedException(Reason.MISSING_FIELD, "items");
            }
            throw items instanceof List ? e : new RefusedException(Reason.WRONG_TYPE, "items");
        }
    }
}
