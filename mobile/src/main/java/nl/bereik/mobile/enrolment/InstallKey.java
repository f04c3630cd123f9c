package nl.bereik.mobile.enrolment;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.ECKey;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.RequestProof;

/** An install's own key pair (EC, P-256). The private half never leaves the phone. */
public final class InstallKey {
    private final ECKey pair;
    private final JWSSigner signer;

    /** @param signer signs with this pair, or with one that a key store keeps to itself */
    public InstallKey(ECKey pair, JWSSigner signer) {
        this.pair = pair;
        this.signer = signer;
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

    /** A compact JWS of this type over these bytes, which travel in it. */
    public String sign(String type, byte[] payload) {
        return signed(header(type).build(), new Payload(payload)).serialize();
    }

    /** The proof as a compact JWS in its detached form, for the header {@value RequestProof#HEADER}. */
    public String sign(RequestProof proof) {
        JWSHeader header = header(RequestProof.DETACHED_TYPE)
                .customParam("iat", proof.issuedAt().getEpochSecond())
                .customParam("jti", proof.nonce())
                .build();
        byte[] target = RequestProof.target(proof.method(), proof.path(), proof.bodyHash());
        return signed(header, new Payload(target)).serialize(true);
    }

    private JWSHeader.Builder header(String type) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(thumbprint());
    }

    private JWSObject signed(JWSHeader header, Payload payload) {
        JWSObject jws = new JWSObject(header, payload);
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has ES256", e);
        }
        return jws;
    }
}
