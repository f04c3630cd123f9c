package nl.bereik.server.intake;

import nl.bereik.protocol.sync.CustodyPage;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.access.SignedByInstall;
import nl.bereik.server.signature.SignedRequests;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class CustodyController {
    private final SignedRequests requests;
    private final Custodian custodian;

    CustodyController(SignedRequests requests, Custodian custodian) {
        this.requests = requests;
        this.custodian = custodian;
    }

    /** {@code ?from=opSeq}, 1 when it is not said. */
    @SignedByInstall
    @GetMapping(SyncPaths.CUSTODY)
    Mono<ResponseEntity<byte[]>> page(ServerHttpRequest request) {
        return requests.read(request)
                .flatMap(signed -> custodian.page(
                        signed.install(), from(request.getQueryParams().getFirst("from"))))
                .map(CustodyPage::encode)
                .map(ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)::body);
    }

    private static long from(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        try {
            long from = Long.parseLong(text);
            if (from >= 1 && from <= PushItem.MAX_OP_SEQ) {
                return from;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw new RefusedException(Reason.WRONG_TYPE, "from");
    }
}
