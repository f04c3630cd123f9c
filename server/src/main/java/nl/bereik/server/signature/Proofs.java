package nl.bereik.server.signature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks proofs. A nonce is remembered by this instance for as long as its proof can be fresh; a replay that reaches
 * another instance changes nothing, because items and enrolments are idempotent.
 */
@Component
public final class Proofs {
    private static final int MAX_PROOF_LENGTH = 2048;
    private static final int MAX_NONCE_LENGTH = 64;
    private static final int MAX_NONCES = 200_000;

    private final Verifiers verifiers;
    private final Clock clock;
    private final Cache<String, Boolean> nonces;

    public Proofs(Verifiers verifiers, Clock clock) {
        this.verifiers = verifiers;
        this.clock = clock;
        this.nonces = Caffeine.newBuilder()
                .maximumSize(MAX_NONCES)
                .expireAfterWrite(RequestProof.MAX_SKEW.multipliedBy(2).plusMinutes(1))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * A request as the wire had it.
     *
     * @param path the path and, if any, the query as sent
     * @param body the bytes as sent, so before unpacking
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Sent(String method, String path, byte[] body) {}

    /**
     * Reads a proof's outside, which proves nothing yet.
     *
     * @throws RefusedException WRONG_SIGNATURE when there is none or it is of another kind
     */
    JWSObject parse(@Nullable String header) {
        if (header == null || header.length() > MAX_PROOF_LENGTH) {
            throw wrong();
        }
        try {
            JWSObject proof = JWSObject.parse(header);
            JWSHeader outside = proof.getHeader();
            if (!JWSAlgorithm.ES256.equals(outside.getAlgorithm())
                    || !new JOSEObjectType(RequestProof.TYPE).equals(outside.getType())
                    || outside.getKeyID() == null) {
                throw wrong();
            }
            return proof;
        } catch (ParseException | IllegalArgumentException e) {
            throw wrong();
        }
    }

    /**
     * Checks that a proof was made by this key for this request.
     *
     * @throws RefusedException WRONG_SIGNATURE when not
     */
    RequestProof check(JWSObject proof, ECKey key, Sent sent) {
        try {
            if (!proof.verify(verifiers.of(key))) {
                throw wrong();
            }
            RequestProof claim = RequestProof.decode(proof.getPayload().toBytes());
            if (!claim.method().equals(sent.method())
                    || !claim.path().equals(sent.path())
                    || !claim.bodyHash().equals(RequestProof.hash(sent.body()))
                    || claim.nonce().isEmpty()
                    || claim.nonce().length() > MAX_NONCE_LENGTH) {
                throw wrong();
            }
            return claim;
        } catch (JOSEException | IllegalArgumentException e) {
            throw wrong();
        }
    }

    /**
     * Uses a proof that has been checked up.
     *
     * @throws RefusedException CLOCK_SKEW or REPLAYED
     */
    void use(String key, RequestProof claim) {
        Duration skew = Duration.between(claim.issuedAt(), clock.instant()).abs();
        if (skew.compareTo(RequestProof.MAX_SKEW) > 0) {
            throw new RefusedException(Reason.CLOCK_SKEW);
        }
        if (nonces.asMap().putIfAbsent(key + ' ' + claim.nonce(), true) != null) {
            throw new RefusedException(Reason.REPLAYED);
        }
    }

    private static RefusedException wrong() {
        return new RefusedException(Reason.WRONG_SIGNATURE, RequestProof.HEADER);
    }
}
