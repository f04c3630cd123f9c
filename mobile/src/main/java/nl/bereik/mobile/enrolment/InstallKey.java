package nl.bereik.mobile.enrolment;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.RequestProof;

/** An install's own key pair (EC, P-256). The private half never leaves the phone. */
public final class InstallKey {
    private final ECKey pair;

    private InstallKey(ECKey pair) {
        this.pair = pair;
    }

    public static InstallKey make() {
        try {
            return new InstallKey(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** @throws IllegalArgumentException when this is no private JWK of an EC key */
    public static InstallKey read(JsonObject privateJwk) {
        try {
            return new InstallKey(ECKey.parse(privateJwk.text()));
        } catch (ParseException e) {
            throw new IllegalArgumentException("not an install's key", e);
        }
    }

    public JsonObject toPrivateJwk() {
        return Json.readObject(pair.toJSONString());
    }

    public JsonObject toPublicJwk() {
        return Json.readObject(pair.toPublicJWK().toJSONString());
    }

    /** The key's RFC 7638 thumbprint, which is the install's id. */
    public String thumbprint() {
        try {
            return pair.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The proof as a compact JWS, for the header {@value RequestProof#HEADER}. */
    public String sign(RequestProof proof) {
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(RequestProof.TYPE))
                        .keyID(thumbprint())
                        .build(),
                new Payload(proof.encode()));
        try {
            jws.sign(new ECDSASigner(pair));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has ES256", e);
        }
        return jws.serialize();
    }
}
