package nl.bereik.server.simulation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import nl.bereik.mobile.enrolment.InstallKey;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.server.signature.Verifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Key pairs from a small store, and signatures that cost next to nothing: of 64 bytes the first half is a hash over
 * the proof without its body hash, the second over all of it, both keyed by the public key.
 */
public final class StandInKeys implements InstallKeys {
    private static final int BITS = 256;
    private static final int PAIRS = 64;
    private static final List<ECKey> STORE =
            LongStream.rangeClosed(1, PAIRS).mapToObj(StandInKeys::pair).toList();

    private final boolean real;
    private int given;

    /** @param real whether to sign with ECDSA after all */
    public StandInKeys(boolean real) {
        this.real = real;
    }

    @Override
    public InstallKey make() {
        return key(STORE.get(given++ % PAIRS));
    }

    @Override
    public InstallKey read(JsonObject privateJwk) {
        try {
            return key(ECKey.parse(privateJwk.text()));
        } catch (ParseException e) {
            throw new IllegalArgumentException("not an install's key", e);
        }
    }

    private InstallKey key(ECKey pair) {
        try {
            return new InstallKey(pair, real ? new ECDSASigner(pair) : new StandIn(pair, true));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has ES256", e);
        }
    }

    /** @param whole false to look at the first half of a signature only */
    public Verifiers verifiers(boolean whole) {
        return real ? ECDSAVerifier::new : key -> new StandIn(key, whole);
    }

    private static ECKey pair(long number) {
        var curve = CustomNamedCurves.getByName("P-256");
        BigInteger secret = BigInteger.valueOf(number).shiftLeft(128).add(BigInteger.valueOf(number));
        ECPoint point = curve.getG().multiply(secret).normalize();
        return new ECKey.Builder(
                        Curve.P_256,
                        ECKey.encodeCoordinate(BITS, point.getAffineXCoord().toBigInteger()),
                        ECKey.encodeCoordinate(BITS, point.getAffineYCoord().toBigInteger()))
                .d(ECKey.encodeCoordinate(BITS, secret))
                .build();
    }

    private record StandIn(ECKey key, boolean whole) implements JWSSigner, JWSVerifier {
        private static final int HALF = 32;

        @Override
        public Base64URL sign(JWSHeader header, byte[] signingInput) {
            byte[] signature = Arrays.copyOf(hash(withoutBodyHash(signingInput)), 2 * HALF);
            System.arraycopy(hash(signingInput), 0, signature, HALF, HALF);
            return Base64URL.encode(signature);
        }

        @Override
        public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature) {
            byte[] expected = sign(header, signingInput).decode();
            return Arrays.equals(
                    Arrays.copyOf(signature.decode(), whole ? 2 * HALF : HALF),
                    Arrays.copyOf(expected, whole ? 2 * HALF : HALF));
        }

        private static byte[] withoutBodyHash(byte[] signingInput) {
            String[] parts = new String(signingInput, StandardCharsets.US_ASCII).split("\\.", -1);
            String target = new Base64URL(parts[1]).decodeToString();
            return (parts[0] + '.' + target.substring(0, target.lastIndexOf('\n'))).getBytes(StandardCharsets.US_ASCII);
        }

        private byte[] hash(byte[] text) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(key.getX().toString().getBytes(StandardCharsets.US_ASCII));
                return digest.digest(text);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return Set.of(JWSAlgorithm.ES256);
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }
}
