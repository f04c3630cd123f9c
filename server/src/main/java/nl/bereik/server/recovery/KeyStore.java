package nl.bereik.server.recovery;

import nl.bereik.protocol.json.JsonObject;
import reactor.core.publisher.Mono;

/** Where the recovery key is; a port. What completes is durable. Publishers error with StoreUnavailableException. */
public interface KeyStore {
    /**
     * The key, which is this one from now on when there is none yet. Never empty.
     *
     * @param fresh a private JWK
     */
    Mono<JsonObject> keyOr(JsonObject fresh);
}
