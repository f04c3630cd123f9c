package nl.bereik.server.pull;

import java.util.List;
import java.util.Map;
import nl.bereik.protocol.state.StateDigest;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.state.StateRequest;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.access.SignedByInstall;
import nl.bereik.server.intake.Custodian;
import nl.bereik.server.signature.SignedRequest;
import nl.bereik.server.signature.SignedRequests;
import nl.bereik.server.web.EntityTags;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The pull: first only a digest is compared, then the list. Each reply tells the custody as well. */
@RestController
final class PullController {
    private final SignedRequests requests;
    private final PhoneState state;
    private final Custodian custodian;

    PullController(SignedRequests requests, PhoneState state, Custodian custodian) {
        this.requests = requests;
        this.state = state;
        this.custodian = custodian;
    }

    /** 304 when the phone has it all; else 204: send the list. */
    @SignedByInstall
    @GetMapping(SyncPaths.STATE)
    Mono<ResponseEntity<byte[]>> compare(ServerHttpRequest request) {
        return requests.read(request)
                .flatMap(signed -> state.of(signed.install()).flatMap(records -> {
                    boolean same = EntityTags.matches(request.getHeaders(), StateDigest.etag(StateReply.revs(records)));
                    return reply(signed, ResponseEntity.status(same ? HttpStatus.NOT_MODIFIED : HttpStatus.NO_CONTENT))
                            .map(ResponseEntity.HeadersBuilder::build);
                }));
    }

    /** What is new, changed or gone. */
    @SignedByInstall
    @PostMapping(SyncPaths.STATE)
    Mono<ResponseEntity<byte[]>> difference(ServerHttpRequest request) {
        return requests.read(request).flatMap(signed -> {
            Map<String, String> known = StateRequest.decode(signed.body()).known();
            return state.of(signed.install())
                    .flatMap(records -> reply(signed, ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON))
                            .map(reply -> reply.body(difference(known, records))));
        });
    }

    private static byte[] difference(Map<String, String> known, List<StateRecord> records) {
        return StateReply.difference(known, records).encode();
    }

    private Mono<ResponseEntity.BodyBuilder> reply(SignedRequest signed, ResponseEntity.BodyBuilder reply) {
        return custodian.custody(signed.install()).map(custody -> reply.header(Custody.HEADER, custody.toHeader()));
    }
}
