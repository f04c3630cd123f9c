package nl.bereik.server.enrolment;

import com.nimbusds.jose.jwk.ECKey;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.EnrolRequest;
import nl.bereik.protocol.enrolment.RenewRequest;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.access.OpenToAll;
import nl.bereik.server.access.SignedByInstall;
import nl.bereik.server.signature.PublicKeys;
import nl.bereik.server.signature.SignedRequests;
import nl.bereik.server.web.RefusedException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class EnrolmentController {
    private final SignedRequests requests;
    private final Enrolment enrolment;
    private final EnrolmentTries tries;

    EnrolmentController(SignedRequests requests, Enrolment enrolment, EnrolmentTries tries) {
        this.requests = requests;
        this.enrolment = enrolment;
        this.tries = tries;
    }

    @OpenToAll("a phone that is not an install yet brings a one-time code")
    @PostMapping(SyncPaths.ENROL)
    Mono<ResponseEntity<byte[]>> enrol(ServerHttpRequest request) {
        return tries.limit(
                        request,
                        requests.readSelfSigned(
                                        request, body -> key(decode(body).publicKey()))
                                .map(EnrolmentController::decode)
                                .flatMap(asked ->
                                        enrolment.enrol(asked.code(), key(asked.publicKey()), asked.sealKey())))
                .map(EnrolReply::encode)
                .map(ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)::body);
    }

    @SignedByInstall
    @PostMapping(SyncPaths.RENEW)
    Mono<ResponseEntity<byte[]>> renew(ServerHttpRequest request) {
        return requests.read(request)
                .flatMap(signed -> enrolment.renew(
                        signed.install(), key(RenewRequest.decode(signed.body()).publicKey())))
                .map(EnrolReply::encode)
                .map(ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)::body);
    }

    private static ECKey key(JsonObject publicKey) {
        try {
            return PublicKeys.parse(publicKey);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.WRONG_TYPE, "publicKey");
        }
    }

    private static EnrolRequest decode(byte[] body) {
        JsonObject json = Json.readObject(body);
        for (String field : new String[] {"code", "publicKey"}) {
            if (json.get(field) == null) {
                throw new RefusedException(Reason.MISSING_FIELD, field);
            }
        }
        if (!(json.get("code") instanceof String)) {
            throw new RefusedException(Reason.WRONG_TYPE, "code");
        }
        if (!(json.get("publicKey") instanceof JsonObject)) {
            throw new RefusedException(Reason.WRONG_TYPE, "publicKey");
        }
        if (json.get("sealKey") != null && !(json.get("sealKey") instanceof String)) {
            throw new RefusedException(Reason.WRONG_TYPE, "sealKey");
        }
        try {
            return EnrolRequest.decode(body);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.WRONG_TYPE, "sealKey");
        }
    }
}
