package nl.bereik.mobile.sync;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Instant;
import nl.bereik.mobile.enrolment.InstallKey;
import nl.bereik.protocol.sync.RequestProof;

/** Reads the proof of a request as a server would. */
final class ProofReader {
    private ProofReader() {}

    static String kid(WireRequest request) {
        return jws(request).getHeader().getKeyID();
    }

    static RequestProof verified(WireRequest request, InstallKey key) {
        JWSObject jws = jws(request);
        try {
            if (!jws.verify(new ECDSAVerifier(ECKey.parse(key.toPublicJwk().text())))) {
                throw new AssertionError("the signature does not fit the key");
            }
        } catch (JOSEException | ParseException e) {
            throw new AssertionError(e);
        }
        JWSHeader header = jws.getHeader();
        return new RequestProof(
                request.method(),
                path(request),
                RequestProof.hash(request.body()),
                Instant.ofEpochSecond(((Number) header.getCustomParam("iat")).longValue()),
                (String) header.getCustomParam("jti"));
    }

    private static String path(WireRequest request) {
        return request.server().getRawPath() + request.path();
    }

    private static JWSObject jws(WireRequest request) {
        byte[] target = RequestProof.target(request.method(), path(request), RequestProof.hash(request.body()));
        try {
            return JWSObject.parse(StandInServer.header(request, RequestProof.HEADER), new Payload(target));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
