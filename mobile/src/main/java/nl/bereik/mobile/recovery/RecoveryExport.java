package nl.bereik.mobile.recovery;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.Gzip;
import nl.bereik.protocol.recovery.RecoveryFile;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;

/**
 * Seals what has not arrived into a file that only the server can open, for when this phone cannot sync any more. The
 * items stay on the phone and are still sent when it can; the server counts them once.
 */
public final class RecoveryExport {
    private RecoveryExport() {}

    /**
     * A sealed file.
     *
     * @param text of the file
     * @param items how many are in it
     */
    public record Sealed(String text, int items) {}

    /**
     * Seals all that waits, numbered durably as for sending.
     *
     * @return empty when the phone is not enrolled or has not yet pulled the server's key: it has to have synced once
     */
    public static Optional<Sealed> seal(Phone phone) {
        Enrolment.Install install = phone.enrolment().install();
        StateRecord key = phone.state().record(RecoveryFile.KEY_KIND);
        if (install == null || key == null) {
            return Optional.empty();
        }
        List<PushItem> items = phone.outbox().sending().unsent();
        byte[] batch = Gzip.pack(PushBatch.encode(items));
        String signed = install.key().sign(RecoveryFile.SIGNED_TYPE, batch);
        return Optional.of(new Sealed(encrypt(signed, key), items.size()));
    }

    private static String encrypt(String signed, StateRecord key) {
        JWEObject sealed = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                        .type(new JOSEObjectType(RecoveryFile.TYPE))
                        .build(),
                new Payload(signed));
        try {
            sealed.encrypt(new ECDHEncrypter(ECKey.parse(key.body().text())));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the server's recovery key cannot be used", e);
        }
        return sealed.serialize();
    }
}
