package nl.bereik.server.doorbell;

import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.access.SignedByInstall;
import nl.bereik.server.signature.SignedRequest;
import nl.bereik.server.signature.SignedRequests;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The door at which phones listen while they are looked at. */
@RestController
final class DoorbellController {
    private final SignedRequests requests;
    private final Doorbells doorbells;

    DoorbellController(SignedRequests requests, Doorbells doorbells) {
        this.requests = requests;
        this.doorbells = doorbells;
    }

    @SignedByInstall
    @GetMapping(path = SyncPaths.DOORBELL, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> listen(ServerHttpRequest request) {
        return requests.read(request).map(SignedRequest::install).flatMapMany(doorbells::at);
    }
}
