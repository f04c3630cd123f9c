package nl.bereik.server;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Provider;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import nl.bereik.protocol.enrolment.EnrolRequest;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.server.install.Install;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A phone's key pair and what can be signed with it. */
public final class TestPhone {
    /** Makes keys and signs in a third of the time that the platform's own takes. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final ECKey key;

    public TestPhone() {
        try {
            key = new ECKeyGenerator(Curve.P_256).provider(PROVIDER).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public ECKey publicKey() {
        return key.toPublicJWK();
    }

    public String id() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public Install install(String team) {
        return new Install(
                id(),
                team,
                JsonObject.of(publicKey().toJSONObject()),
                null,
                Instant.parse("2025-01-01T00:00:00Z"),
                null,
                null);
    }

    public byte[] enrolRequest(EnrolmentCode code) {
        return new EnrolRequest(code.text(), JsonObject.of(publicKey().toJSONObject()), null).encode();
    }

    public String proof(String method, String path, byte[] body, Instant at) {
        return proof(new RequestProof(
                method, path, RequestProof.hash(body), at, UUID.randomUUID().toString()));
    }

    public String proof(RequestProof proof) {
        return proof(proof, RequestProof.TYPE, id());
    }

    public String proof(RequestProof proof, String type, String kid) {
        return sign(new Payload(proof.encode()), type, kid);
    }

    /** Something else than a request, signed. */
    public String sign(String type, byte[] what) {
        return sign(new Payload(what), type, id());
    }

    private String sign(Payload payload, String type, String kid) {
        try {
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(type))
                            .keyID(kid)
                            .build(),
                    payload);
            jws.sign(signer());
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A compact JWS of this type over bytes. */
    public String signed(String type, byte[] payload) {
        try {
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(type))
                            .keyID(id())
                            .build(),
                    new Payload(payload));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String detachedProof(String method, String path, byte[] body, Instant at) {
        try {
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(RequestProof.DETACHED_TYPE))
                            .keyID(id())
                            .customParam("iat", at.getEpochSecond())
                            .customParam("jti", UUID.randomUUID().toString())
                            .build(),
                    new Payload(RequestProof.target(method, path, RequestProof.hash(body))));
            jws.sign(signer());
            return jws.serialize(true);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private ECDSASigner signer() throws JOSEException {
        ECDSASigner signer = new ECDSASigner(key);
        signer.getJCAContext().setProvider(PROVIDER);
        return signer;
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
