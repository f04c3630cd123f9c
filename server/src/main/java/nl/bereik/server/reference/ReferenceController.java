package nl.bereik.server.reference;

import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.access.SignedByInstall;
import nl.bereik.server.signature.SignedRequests;
import nl.bereik.server.web.EntityTags;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class ReferenceController {
    private final SignedRequests requests;
    private final ReferenceData reference;

    ReferenceController(SignedRequests requests, ReferenceData reference) {
        this.requests = requests;
        this.reference = reference;
    }

    @SignedByInstall
    @GetMapping(SyncPaths.REFERENCE)
    Mono<ResponseEntity<byte[]>> reference(ServerHttpRequest request) {
        return requests.read(request).map(signed -> {
            String etag = reference.etag();
            boolean known = EntityTags.matches(request.getHeaders(), etag);
            ResponseEntity.BodyBuilder reply = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                    .eTag(etag);
            return known
                    ? reply.build()
                    : reply.contentType(MediaType.APPLICATION_JSON)
                            .body(reference.json().bytes());
        });
    }
}
