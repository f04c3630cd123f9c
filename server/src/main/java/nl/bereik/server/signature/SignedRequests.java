package nl.bereik.server.signature;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.web.RefusedException;
import nl.bereik.server.web.RequestBodies;
import nl.bereik.server.wipe.WipeOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets requests of installs through, asking the store each time, so that a revocation works at once. */
@Component
public final class SignedRequests {
    private final Proofs proofs;
    private final UsedProofs usedProofs;
    private final Installs installs;
    private final WipeOrders wipeOrders;
    private final ReferenceData reference;
    private final Clock clock;

    SignedRequests(
            Proofs proofs,
            UsedProofs usedProofs,
            Installs installs,
            WipeOrders wipeOrders,
            ReferenceData reference,
            Clock clock) {
        this.proofs = proofs;
        this.usedProofs = usedProofs;
        this.installs = installs;
        this.wipeOrders = wipeOrders;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * Reads a request, checks its proof against the key of the install that it names and unpacks its body. Never
     * empty. Errors with {@link RefusedException}: BODY_TOO_LARGE, WRONG_SIGNATURE, UNKNOWN_INSTALL, REVOKED_INSTALL,
     * WIPE_ORDERED, NOT_APPROVED, CLOCK_SKEW, REPLAYED or BROKEN_GZIP; and with StoreUnavailableException.
     */
    public Mono<SignedRequest> read(ServerHttpRequest request) {
        return RequestBodies.read(request).flatMap(body -> verify(header(request), sent(request, body))
                .map(install -> new SignedRequest(install, RequestBodies.unpack(body, request.getHeaders()))));
    }

    /**
     * Reads a request that brings its own key in the body.
     *
     * @param keyOf reads the key from the unpacked body; its refusals are passed on
     * @return the unpacked body. Errors as {@link #read}, without those about installs
     */
    public Mono<byte[]> readSelfSigned(ServerHttpRequest request, Function<byte[], ECKey> keyOf) {
        return RequestBodies.read(request).flatMap(body -> {
            byte[] unpacked = RequestBodies.unpack(body, request.getHeaders());
            ECKey key = keyOf.apply(unpacked);
            Proofs.Sent sent = sent(request, body);
            Proofs.Unchecked proof = proofs.parse(header(request), sent);
            String id = PublicKeys.thumbprint(key);
            if (!id.equals(proof.install())) {
                throw new RefusedException(Reason.WRONG_SIGNATURE, RequestProof.HEADER);
            }
            return usedProofs.use(id, proofs.check(proof, key, sent)).thenReturn(unpacked);
        });
    }

    Mono<Install> verify(@Nullable String header, Proofs.Sent sent) {
        return Mono.defer(() -> {
            Proofs.Unchecked proof = proofs.parse(header, sent);
            return installs.find(proof.install())
                    .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.UNKNOWN_INSTALL)))
                    .flatMap(installs::withPhone)
                    .flatMap(install -> admit(install, proof, sent).thenReturn(install))
                    .flatMap(this::noteSeen);
        });
    }

    private Mono<Void> admit(Install install, Proofs.Unchecked proof, Proofs.Sent sent) {
        RequestProof claim = proofs.check(proof, PublicKeys.parse(install.publicKey()), sent);
        if (install.revokedAt() != null) {
            return wipeOrders
                    .find(install.phone())
                    .map(order -> Reason.WIPE_ORDERED)
                    .defaultIfEmpty(Reason.REVOKED_INSTALL)
                    .flatMap(reason -> Mono.error(new RefusedException(reason)));
        }
        if (install.awaitsApproval()) {
            throw new RefusedException(Reason.NOT_APPROVED);
        }
        return usedProofs.use(install.id(), claim);
    }

    private Mono<Install> noteSeen(Install install) {
        LocalDate today = LocalDate.now(clock.withZone(reference.zone()));
        return today.equals(install.lastSeenOn())
                ? Mono.just(install)
                : installs.seen(install.id(), today).thenReturn(install);
    }

    private static @Nullable String header(ServerHttpRequest request) {
        return request.getHeaders().getFirst(RequestProof.HEADER);
    }

    private static Proofs.Sent sent(ServerHttpRequest request, byte[] body) {
        URI uri = request.getURI();
        String path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + '?' + uri.getRawQuery();
        return new Proofs.Sent(request.getMethod().name(), path, body);
    }
}
