package nl.bereik.server.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and checks proofs; whether one is fresh and was not used before is for {@link UsedProofs}. */
@Component
public final class Proofs {
    private static final int MAX_PROOF_LENGTH = 2048;
    private static final int MAX_NONCE_LENGTH = 64;
    private static final JOSEObjectType ATTACHED = new JOSEObjectType(RequestProof.TYPE);
    private static final JOSEObjectType DETACHED = new JOSEObjectType(RequestProof.DETACHED_TYPE);

    private final Verifiers verifiers;

    public Proofs(Verifiers verifiers) {
        this.verifiers = verifiers;
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
     * A proof whose outside has been read, which proves nothing yet.
     *
     * @param detached whether its claim is made of its header and the request; see {@link RequestProof}
     */
    record Unchecked(JWSObject jws, boolean detached) {
        String install() {
            return jws.getHeader().getKeyID();
        }
    }

    /**
     * Reads a proof's outside.
     *
     * @throws RefusedException WRONG_SIGNATURE when there is none or it is of another kind
     */
    Unchecked parse(@Nullable String header, Sent sent) {
        if (header == null || header.length() > MAX_PROOF_LENGTH) {
            throw wrong();
        }
        try {
            boolean detached = header.contains("..");
            JWSObject proof = detached
                    ? JWSObject.parse(
                            header,
                            new Payload(RequestProof.target(sent.method, sent.path, RequestProof.hash(sent.body))))
                    : JWSObject.parse(header);
            JWSHeader outside = proof.getHeader();
            if (!JWSAlgorithm.ES256.equals(outside.getAlgorithm())
                    || !(detached ? DETACHED : ATTACHED).equals(outside.getType())
                    || outside.getKeyID() == null) {
                throw wrong();
            }
            return new Unchecked(proof, detached);
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw wrong();
        }
    }

    /**
     * Checks that a proof was made by this key for this request.
     *
     * @throws RefusedException WRONG_SIGNATURE when not
     */
    RequestProof check(Unchecked proof, ECKey key, Sent sent) {
        try {
            if (!proof.jws.verify(verifiers.of(key))) {
                throw wrong();
            }
            RequestProof claim = proof.detached ? claim(proof.jws.getHeader(), sent) : claim(proof.jws, sent);
            if (claim.nonce().isEmpty() || claim.nonce().length() > MAX_NONCE_LENGTH) {
                throw wrong();
            }
            return claim;
        } catch (JOSEException | IllegalArgumentException e) {
            throw wrong();
        }
    }

    private static RequestProof claim(JWSHeader header, Sent sent) {
        if (header.getCustomParam("iat") instanceof Number iat && header.getCustomParam("jti") instanceof String jti) {
            try {
                Instant at = Instant.ofEpochSecond(iat.longValue());
                return new RequestProof(sent.method, sent.path, RequestProof.hash(sent.body), at, jti);
            } catch (DateTimeException e) {
                throw wrong();
            }
        }
        throw wrong();
    }

    private static RequestProof claim(JWSObject proof, Sent sent) {
        RequestProof claim = RequestProof.decode(proof.getPayload().toBytes());
        if (!claim.method().equals(sent.method)
                || !claim.path().equals(sent.path)
                || !claim.bodyHash().equals(RequestProof.hash(sent.body))) {
            throw wrong();
        }
        return claim;
    }

    private static RefusedException wrong() {
        return new RefusedException(Reason.WRONG_SIGNATURE, RequestProof.HEADER);
    }
}
