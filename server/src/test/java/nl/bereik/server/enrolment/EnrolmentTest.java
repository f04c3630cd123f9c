package nl.bereik.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.server.FaultLine;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

final class EnrolmentTest {
    private final TestTime time = new TestTime("2025-06-01T12:00:00Z");
    private final MemoryCodeStore codes = new MemoryCodeStore();
    private final MemoryAuditTrail audit = new MemoryAuditTrail();
    private final MemoryInstalls installs = new MemoryInstalls();
    private final Enrolment enrolment = new Enrolment(codes, installs, audit, time, new Random(1));
    private final TestPhone phone = new TestPhone();

    @Test
    void makesAnInstall() {
        EnrolmentCode code = issue(EnrolmentCodes.GOOD_FOR);
        assertThat(enrol(code, phone)).isEqualTo(new EnrolReply(phone.id(), "team", time.instant(), false));
        assertThat(installs.find(phone.id()).block()).isNotNull();
    }

    @Test
    void theSamePhoneMayAskAgain() {
        EnrolmentCode code = issue(EnrolmentCodes.GOOD_FOR);
        EnrolReply first = enrol(code, phone);
        time.move(Duration.ofDays(1));
        assertThat(enrol(code, phone).installId()).isEqualTo(first.installId());
        assertThat(installs.all().count().block()).isEqualTo(1);
    }

    @Test
    void ofAHundredPhonesWithOneCodeOneIsEnrolled() {
        EnrolmentCode code = issue(EnrolmentCodes.GOOD_FOR);
        List<Object> ends = Flux.range(0, 100)
                .parallel(16)
                .runOn(Schedulers.boundedElastic())
                .flatMap(i -> enrolment
                        .enrol(code.text(), new TestPhone().publicKey(), null)
                        .map(Object.class::cast)
                        .onErrorResume(RefusedException.class, refused -> Mono.just((Object) refused.reason())))
                .sequential()
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(ends).filteredOn(EnrolReply.class::isInstance).hasSize(1);
        assertThat(ends).filteredOn(Reason.USED_CODE::equals).hasSize(99);
        assertThat(installs.all().count().block()).isEqualTo(1);
    }

    @Test
    void knowsWhoWillCarryThePhone() {
        EnrolmentCode code = enrolment
                .issue("team", "worker", EnrolmentCodes.GOOD_FOR)
                .blockOptional()
                .orElseThrow();
        SealKey sealKey = SealKey.of(new byte[SealKey.KEY_BYTES]);
        enrolment.enrol(code.text(), phone.publicKey(), sealKey).block();
        Install install = installs.find(phone.id()).blockOptional().orElseThrow();
        assertThat(install.holder()).isEqualTo("worker");
        assertThat(install.sealKey()).isEqualTo(sealKey);
        assertThat(install.awaitsApproval()).isTrue();
        assertThat(audit.noted())
                .containsExactly(
                        new MemoryAuditTrail.Noted("phone:" + phone.id(), AuditAct.PHONE_ENROLLED, phone.id()));
    }

    @Test
    void aPhoneThatWasRestoredNeedsNoApproval() {
        enrol(issue(null), phone);
        Install install = installs.find(phone.id()).blockOptional().orElseThrow();
        EnrolReply renewed = enrolment
                .renew(install.approved(), new TestPhone().publicKey())
                .blockOptional()
                .orElseThrow();
        assertThat(renewed.approved()).isTrue();
        assertThat(installs.find(renewed.installId())
                        .blockOptional()
                        .orElseThrow()
                        .active())
                .isTrue();
    }

    @Test
    void anotherPhoneMayNot() {
        EnrolmentCode code = issue(EnrolmentCodes.GOOD_FOR);
        enrol(code, phone);
        refused(Reason.USED_CODE, enrolment.enrol(code.text(), new TestPhone().publicKey(), null));
    }

    @Test
    void codesExpireUnlessGoodUntilUsed() {
        EnrolmentCode short1 = issue(EnrolmentCodes.GOOD_FOR);
        EnrolmentCode first = issue(null);
        time.move(EnrolmentCodes.GOOD_FOR);
        refused(Reason.EXPIRED_CODE, enrolment.enrol(short1.text(), phone.publicKey(), null));
        assertThat(enrol(first, phone).team()).isEqualTo("team");
    }

    @Test
    void unknownAndUnreadableCodesAreTheSame() {
        refused(Reason.UNKNOWN_CODE, enrolment.enrol("0123456789", phone.publicKey(), null));
        refused(Reason.UNKNOWN_CODE, enrolment.enrol("<script>", phone.publicKey(), null));
    }

    @Test
    void aRevokedPhoneDoesNotComeBackWithItsOldCode() {
        EnrolmentCode code = issue(null);
        enrol(code, phone);
        installs.revoke(phone.id(), time.instant()).block();
        refused(Reason.REVOKED_INSTALL, enrolment.enrol(code.text(), phone.publicKey(), null));
    }

    @Test
    void aStopBetweenCodeAndInstallIsHealedByAskingAgain() {
        for (int fault = 0; fault < 6; fault++) {
            MemoryInstalls fresh = new MemoryInstalls();
            FaultLine line = new FaultLine(fault);
            EnrolmentCode code = issue(null);
            new Enrolment(
                            line.around(CodeStore.class, codes),
                            line.around(Installs.class, fresh),
                            audit,
                            time,
                            new Random(2))
                    .enrol(code.text(), phone.publicKey(), null)
                    .onErrorComplete()
                    .block();
            StepVerifier.create(new Enrolment(codes, fresh, audit, time, new Random(3))
                            .enrol(code.text(), phone.publicKey(), null))
                    .expectNextCount(1)
                    .verifyComplete();
        }
    }

    private EnrolmentCode issue(@Nullable Duration goodFor) {
        return enrolment.issue("team", goodFor).blockOptional().orElseThrow();
    }

    private EnrolReply enrol(EnrolmentCode code, TestPhone by) {
        return enrolment
                .enrol(code.display(), by.publicKey(), null)
                .blockOptional()
                .orElseThrow();
    }

    private static void refused(Reason reason, Mono<?> asked) {
        StepVerifier.create(asked).verifyErrorSatisfies(e -> assertThat(((RefusedException) e).reason())
                .isEqualTo(reason));
    }
}
