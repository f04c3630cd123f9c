package nl.bereik.server.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import nl.bereik.protocol.json.JsonObject;

/** The public keys of installs: EC, P-256, nothing private in them. */
public final class PublicKeys {
    private PublicKeys() {}

    /**
     * Reads a public key.
     *
     * @throws IllegalArgumentException when the JWK is of another kind or holds a private part
     */
    public static ECKey parse(JsonObject jwk) {
        try {
            ECKey key = ECKey.parse(jwk.text());
            if (!Curve.P_256.equals(key.getCurve()) || key.isPrivate()) {
                throw new IllegalArgumentException("not a public key on P-256");
            }
            return key;
        } catch (ParseException | IllegalStateException e) {
            throw new IllegalArgumentException("not an EC key", e);
        }
    }

    /** The RFC 7638 thumbprint (SHA-256, base64url), which is the install's id. */
    public static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The four members of a public key and nothing else that was sent with them. */
    public static JsonObject canonical(ECKey key) {
        return JsonObject.of(key.getRequiredParams());
    }
}
