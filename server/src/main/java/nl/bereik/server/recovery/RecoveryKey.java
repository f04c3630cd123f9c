package nl.bereik.server.recovery;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.recovery.RecoveryFile;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.install.Install;
import nl.bereik.server.signature.PublicKeys;
import nl.bereik.server.state.StateSource;
import nl.bereik.server.web.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The key pair under which phones seal recovery files. Made when it is first asked for, one for all instances. */
@Component
final class RecoveryKey implements StateSource {
    private static final JOSEObjectType TYPE = new JOSEObjectType(RecoveryFile.TYPE);

    private final Mono<ECKey> pair;

    RecoveryKey(KeyStore store) {
        this.pair = Mono.defer(() -> store.keyOr(make()))
                .map(RecoveryKey::parse)
                // It never changes; a failure is not remembered.
                .cacheInvalidateIf(key -> false);
    }

    @Override
    public Flux<StateRecord> of(Install install) {
        return pair.map(key -> StateRecord.of(RecoveryFile.KEY_KIND, RecoveryFile.KEY_KIND, PublicKeys.canonical(key)))
                .flux();
    }

    /** What was sealed. Errors with {@link RefusedException} WRONG_TYPE when it is not for this key or was changed. */
    Mono<String> open(String file) {
        return pair.map(key -> open(file, key));
    }

    private static String open(String file, ECKey key) {
        try {
            JWEObject sealed = JWEObject.parse(file.strip());
            JWEHeader header = sealed.getHeader();
            if (!TYPE.equals(header.getType())
                    || !JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    || header.getCompressionAlgorithm() != null) {
                throw new RefusedException(Reason.WRONG_TYPE);
            }
            sealed.decrypt(new ECDHDecrypter(key));
            return sealed.getPayload().toString();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw new RefusedException(Reason.WRONG_TYPE);
        }
    }

    private static JsonObject make() {
        try {
            return Json.readObject(new ECKeyGenerator(Curve.P_256).generate().toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static ECKey parse(JsonObject jwk) {
        try {
            return ECKey.parse(jwk.text());
        } catch (ParseException e) {
            throw new IllegalStateException("the recovery key in the store cannot be read", e);
        }
    }
}
