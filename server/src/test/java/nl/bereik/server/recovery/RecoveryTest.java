package nl.bereik.server.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.List;
import nl.bereik.protocol.recovery.RecoveryFile;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.ContactSamples;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Scope;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.intake.Intake;
import nl.bereik.server.intake.MemoryCustodyLedger;
import nl.bereik.server.intake.MemoryQuarantine;
import nl.bereik.server.need.MemoryNeeds;
import nl.bereik.server.retention.MemoryForgotten;
import nl.bereik.server.web.RefusedException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Whose file is taken in: that of a phone that may send, or might when it was made. */
final class RecoveryTest {
    private static final TestTime NOW = new TestTime("2025-06-01T12:00:00Z");

    private final TestPhone phone = new TestPhone();
    private final TestPhone restored = new TestPhone();
    private final MemoryInstalls installs = new MemoryInstalls();
    private final MemoryContactStore contacts = new MemoryContactStore();
    private final RecoveryKey key = new RecoveryKey(Mono::just);
    private final Recovery recovery = new Recovery(
            key,
            installs,
            ECDSAVerifier::new,
            new Intake(
                    contacts,
                    MemoryNeeds.intake(NOW),
                    new MemoryEventStore(),
                    new MemoryQuarantine(),
                    new MemoryCustodyLedger(),
                    new MemoryForgotten(),
                    ReferenceData.gelderlandZuid(),
                    NOW),
            new MemoryAuditTrail());

    @Test
    void fileOfAPhoneAndOfItsRestoredSelfIsTakenInOnce() {
        installs.add(phone.install("team")).block();
        installs.add(renewal(phone.id())).block();

        assertThat(take(phone, false)).isEqualTo(new Recovery.Report(1, 1, 0, 0));
        assertThat(take(phone, false)).isEqualTo(new Recovery.Report(1, 1, 0, 0));
        assertThat(take(restored, false)).isEqualTo(new Recovery.Report(1, 1, 0, 0));
        assertThat(contacts.size()).isEqualTo(1);
    }

    @Test
    void fileOfARevokedPhoneHasToBeWanted() {
        installs.add(phone.install("team")).block();
        installs.revoke(phone.id(), NOW.instant()).block();

        refused(phone, false, Reason.REVOKED_INSTALL);
        assertThat(take(phone, true).arrived()).isEqualTo(1);
    }

    @Test
    void restoredSelfOfARevokedPhoneIsAsRevoked() {
        installs.add(phone.install("team")).block();
        installs.revoke(phone.id(), NOW.instant()).block();
        installs.add(renewal(phone.id())).block();

        refused(restored, false, Reason.REVOKED_INSTALL);
        assertThat(take(restored, true).arrived()).isEqualTo(1);
    }

    @Test
    void phoneThatNobodyApprovedHandsNothingIn() {
        installs.add(waiting()).block();

        refused(phone, false, Reason.NOT_APPROVED);
        refused(phone, true, Reason.NOT_APPROVED);
        installs.revoke(phone.id(), NOW.instant()).block();
        refused(phone, true, Reason.NOT_APPROVED);

        installs.approve(phone.id()).block();
        assertThat(take(phone, true).arrived()).isEqualTo(1);
    }

    private Install renewal(String of) {
        Install install = restored.install("team");
        return new Install(install.id(), install.team(), install.publicKey(), of, install.enrolledAt(), null, null);
    }

    private Install waiting() {
        Install install = phone.install("team");
        return new Install(
                install.id(),
                install.team(),
                install.publicKey(),
                null,
                install.enrolledAt(),
                null,
                null,
                null,
                null,
                true);
    }

    private Recovery.Report take(TestPhone by, boolean alsoRevoked) {
        return recovery.take(Scope.EVERYWHERE, file(by), alsoRevoked)
                .blockOptional()
                .orElseThrow();
    }

    private void refused(TestPhone by, boolean alsoRevoked, Reason reason) {
        assertThatThrownBy(() -> take(by, alsoRevoked))
                .isInstanceOfSatisfying(
                        RefusedException.class, why -> assertThat(why.reason()).isEqualTo(reason));
        assertThat(contacts.size()).isZero();
    }

    private String file(TestPhone by) {
        StateRecord told = key.of(by.install("team")).next().blockOptional().orElseThrow();
        JWEObject sealed = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                        .type(new JOSEObjectType(RecoveryFile.TYPE))
                        .build(),
                new Payload(by.sign(
                        RecoveryFile.SIGNED_TYPE, TestPhone.gzip(PushBatch.encode(List.of(ContactSamples.item(1)))))));
        try {
            sealed.encrypt(new ECDHEncrypter(ECKey.parse(told.body().text())));
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
        return sealed.serialize();
    }
}
