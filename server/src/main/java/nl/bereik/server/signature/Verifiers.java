package nl.bereik.server.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.ECKey;

/** What checks signatures; a port. */
@FunctionalInterface
public interface Verifiers {
    /** @throws JOSEException when no signature can be checked with such a key */
    JWSVerifier of(ECKey publicKey) throws JOSEException;
}
