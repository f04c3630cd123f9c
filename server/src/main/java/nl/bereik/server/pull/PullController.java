package nl.bereik.server.pull;

import java.util.Map;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.state.StateDigest;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.state.StateRequest;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.trajectory.TrajectoryView;
import nl.bereik.server.access.SignedByInstall;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pull: first only a digest is compared, then the list. Each reply tells the custody as well. */
@RestController
final class PullController {
    private final SignedRequests requests;
    private final PhoneState state;
    private final Custodian custodian;
    private final AuditTrail trail;

    PullController(SignedRequests requests, PhoneState state, Custodian custodian, AuditTrail trail) {
        this.requests = requests;
        this.state = state;
        this.custodian = custodian;
        this.trail = trail;
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
            return state.of(signed.install()).flatMap(records -> {
                StateReply difference = StateReply.difference(known, records);
                return noteReads(signed, difference)
                        .then(reply(signed, ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)))
                        .map(reply -> reply.body(difference.encode()));
            });
        });
    }

    /** What a phone gets of somebody can be read on it. */
    private Mono<Void> noteReads(SignedRequest signed, StateReply given) {
        String who = AuditTrail.phone(signed.install().id());
        return Flux.fromIterable(given.changes())
                .concatMap(record -> switch (record.kind()) {
                    case NeedView.KIND -> trail.note(who, AuditAct.NEEDS_READ, of(record));
                    case TrajectoryView.KIND -> trail.note(who, AuditAct.TRAJECTORIES_READ, of(record));
                    default -> Mono.<Void>empty();
                })
                .then();
    }

    /** Whose id follows the kind in the record's. */
    private static String of(StateRecord record) {
        return record.id().substring(record.kind().length() + 1);
    }

    private Mono<ResponseEntity.BodyBuilder> reply(SignedRequest signed, ResponseEntity.BodyBuilder reply) {
        return custodian.custody(signed.install()).map(custody -> reply.header(Custody.HEADER, custody.toHeader()));
    }
}
