package nl.bereik.server.push;

import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.push.PushTokenPost;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.access.SignedByInstall;
import nl.bereik.server.signature.SignedRequests;
import nl.bereik.server.web.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A phone tells where it can be nudged, or that it no longer wants to be. */
@RestController
final class PushTokenController {
    private final SignedRequests requests;
    private final PushAddresses addresses;

    PushTokenController(SignedRequests requests, PushAddresses addresses) {
        this.requests = requests;
        this.addresses = addresses;
    }

    @SignedByInstall
    @PostMapping(SyncPaths.PUSH_TOKEN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> tell(ServerHttpRequest request) {
        return requests.read(request).flatMap(signed -> addresses.tell(signed.install(), decode(signed.body())));
    }

    private static PushTokenPost decode(byte[] body) {
        JsonObject json = Json.readObject(body);
        if (!json.members().containsKey("token")) {
            throw new RefusedException(Reason.MISSING_FIELD, "token");
        }
        if (json.get("platform") == null) {
            throw new RefusedException(Reason.MISSING_FIELD, "platform");
        }
        try {
            return PushTokenPost.decode(body);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.WRONG_TYPE, PushTokenPost.hasPlatform(json) ? "token" : "platform");
        }
    }
}
