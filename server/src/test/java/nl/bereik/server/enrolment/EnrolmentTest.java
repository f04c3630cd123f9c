package nl.bereik.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.FaultLine;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.install.Installs;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

final class EnrolmentTest {
    private final TestTime time = new TestTime("2025-06-01T12:00:00Z");
    private final MemoryCodeStore codes = new MemoryCodeStore();
    private final MemoryInstalls installs = new MemoryInstalls();
    private final Enrolment enrolment = new Enrolment(codes, installs, time, new Random(1));
    private final TestPhone phone = new TestPhone();

    @Test
    void makesAnInstall() {
        EnrolmentCode code = issue(EnrolmentCodes.GOOD_FOR);
        assertThat(enrol(code, phone)).isEqualTo(new EnrolReply(phone.id(), "team", time.instant()));
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
    void anotherPhoneMayNot() {
        EnrolmentCode code = issue(EnrolmentCodes.GOOD_FOR);
        enrol(code, phone);
        refused(Reason.USED_CODE, enrolment.enrol(code.text(), new TestPhone().publicKey()));
    }

    @Test
    void codesExpireUnlessGoodUntilUsed() {
        EnrolmentCode short1 = issue(EnrolmentCodes.GOOD_FOR);
        EnrolmentCode first = issue(null);
        time.move(EnrolmentCodes.GOOD_FOR);
        refused(Reason.EXPIRED_CODE, enrolment.enrol(short1.text(), phone.publicKey()));
        assertThat(enrol(first, phone).team()).isEqualTo("team");
    }

    @Test
    void unknownAndUnreadableCodesAreTheSame() {
        refused(Reason.UNKNOWN_CODE, enrolment.enrol("0123456789", phone.publicKey()));
        refused(Reason.UNKNOWN_CODE, enrolment.enrol("<script>", phone.publicKey()));
    }

    @Test
    void aRevokedPhoneDoesNotComeBackWithItsOldCode() {
        EnrolmentCode code = issue(null);
        enrol(code, phone);
        installs.revoke(phone.id(), time.instant()).block();
        refused(Reason.REVOKED_INSTALL, enrolment.enrol(code.text(), phone.publicKey()));
    }

    @Test
    void aStopBetweenCodeAndInstallIsHealedByAskingAgain() {
        for (int fault = 0; fault < 6; fault++) {
            MemoryInstalls fresh = new MemoryInstalls();
            FaultLine line = new FaultLine(fault);
            EnrolmentCode code = issue(null);
            new Enrolment(line.around(CodeStore.class, codes), line.around(Installs.class, fresh), time, new Random(2))
                    .enrol(code.text(), phone.publicKey())
                    .onErrorComplete()
                    .block();
            StepVerifier.create(new Enrolment(codes, fresh, time, new Random(3)).enrol(code.text(), phone.publicKey()))
                    .expectNextCount(1)
                    .verifyComplete();
        }
    }

    private EnrolmentCode issue(@Nullable Duration goodFor) {
        return enrolment.issue("team", goodFor).blockOptional().orElseThrow();
    }

    private EnrolReply enrol(EnrolmentCode code, TestPhone by) {
        return enrolment.enrol(code.display(), by.publicKey()).blockOptional().orElseThrow();
    }

    private static void refused(Reason reason, Mono<?> asked) {
        StepVerifier.create(asked).verifyErrorSatisfies(e -> assertThat(((RefusedException) e).reason())
                .isEqualTo(reason));
    }
}
