package nl.bereik.mobile.enrolment;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import nl.bereik.protocol.json.JsonObject;

/** Where key pairs come from; a port, so that a phone's own key store can hold them. */
public interface InstallKeys {
    /** A new key pair. */
    InstallKey make();

    /** @throws IllegalArgumentException when this is no private JWK of an EC key */
    InstallKey read(JsonObject privateJwk);

    /** Key pairs made and used by this process, ES256 as the Java platform does it. */
    static InstallKeys inProcess() {
        return new InstallKeys() {
            @Override
            public InstallKey make() {
                try {
                    return key(new ECKeyGenerator(Curve.P_256).generate());
                } catch (JOSEException e) {
                    throw new IllegalStateException("every Java platform has P-256", e);
                }
            }

            @Override
            public InstallKey read(JsonObject privateJwk) {
                try {
                    return key(ECKey.parse(privateJwk.text()));
                } catch (ParseException | JOSEException e) {
                    throw new IllegalArgumentException("not an install's key", e);
                }
            }

            private static InstallKey key(ECKey pair) throws JOSEException {
                return new InstallKey(pair, new ECDSASigner(pair));
            }
        };
    }
}
