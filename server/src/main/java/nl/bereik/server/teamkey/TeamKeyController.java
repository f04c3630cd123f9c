package nl.bereik.server.teamkey;

import nl.bereik.protocol.json.MalformedJsonException;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.teamkey.TeamKeyPost;
import nl.bereik.protocol.teamkey.TeamKeyReply;
import nl.bereik.server.access.SignedByInstall;
import nl.bereik.server.signature.SignedRequests;
import nl.bereik.server.web.RefusedException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class TeamKeyController {
    private final SignedRequests requests;
    private final KeyExchange exchange;

    TeamKeyController(SignedRequests requests, KeyExchange exchange) {
        this.requests = requests;
        this.exchange = exchange;
    }

    @SignedByInstall
    @PostMapping(SyncPaths.TEAM_KEY)
    Mono<ResponseEntity<byte[]>> post(ServerHttpRequest request) {
        return requests.read(request)
                .flatMap(signed -> exchange.take(signed.install(), decode(signed.body())))
                .map(taken -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new TeamKeyReply(taken).encode()));
    }

    private static TeamKeyPost decode(byte[] body) {
        try {
            return TeamKeyPost.decode(body);
        } catch (MalformedJsonException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.WRONG_TYPE);
        }
    }
}
