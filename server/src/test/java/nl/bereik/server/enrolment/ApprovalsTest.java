package nl.bereik.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Scope;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

final class ApprovalsTest {
    private static final String WHO = AuditTrail.NOBODY_KNOWN;

    private final TestTime time = new TestTime("2025-06-01T12:00:00Z");
    private final MemoryInstalls installs = new MemoryInstalls();
    private final MemoryAuditTrail audit = new MemoryAuditTrail();
    private final Approvals approvals = new Approvals(installs, audit, time);
    private final TestPhone phone = new TestPhone();
    private final Install awaiting = new Install(
            phone.id(),
            "team",
            phone.install("team").publicKey(),
            null,
            time.instant(),
            null,
            null,
            SealKey.of(new byte[SealKey.KEY_BYTES]),
            null,
            true);

    @BeforeEach
    void enrolled() {
        installs.add(awaiting).block();
    }

    @Test
    void approvesThePhoneThatShowsTheDigits() {
        approvals
                .approve(Scope.EVERYWHERE, phone.id(), awaiting.digits().display())
                .block();
        approvals
                .approve(Scope.EVERYWHERE, phone.id(), awaiting.digits().text())
                .block();
        assertThat(stored().active()).isTrue();
        assertThat(audit.noted()).containsExactly(new Noted(WHO, AuditAct.PHONE_APPROVED, phone.id()));
    }

    @Test
    void otherDigitsAreRefusedAndTheirTriesCounted() {
        for (int i = 0; i < 5; i++) {
            refused(Reason.NOT_ALLOWED, "digits", approvals.approve(Scope.EVERYWHERE, phone.id(), wrong()));
        }
        refused(
                Reason.TOO_MANY_REQUESTS,
                null,
                approvals.approve(
                        Scope.EVERYWHERE, phone.id(), awaiting.digits().text()));
        assertThat(stored().active()).isFalse();
        time.move(Duration.ofMinutes(1));
        approvals
                .approve(Scope.EVERYWHERE, phone.id(), awaiting.digits().text())
                .block();
        assertThat(stored().active()).isTrue();
    }

    @Test
    void whatAreNoDigitsOrNoPhoneIsSaid() {
        refused(Reason.WRONG_TYPE, "digits", approvals.approve(Scope.EVERYWHERE, phone.id(), "12345"));
        refused(Reason.NOT_FOUND, "id", approvals.approve(Scope.EVERYWHERE, "nobody", "123456"));
        refused(Reason.NOT_FOUND, "id", approvals.refuse(Scope.EVERYWHERE, "nobody"));
    }

    @Test
    void aRefusedPhoneIsShutOutForGood() {
        approvals.refuse(Scope.EVERYWHERE, phone.id()).block();
        approvals.refuse(Scope.EVERYWHERE, phone.id()).block();
        assertThat(stored().revokedAt()).isEqualTo(time.instant());
        refused(
                Reason.REVOKED_INSTALL,
                null,
                approvals.approve(
                        Scope.EVERYWHERE, phone.id(), awaiting.digits().text()));
        assertThat(audit.noted()).containsExactly(new Noted(WHO, AuditAct.PHONE_REFUSED, phone.id()));
    }

    @Test
    void onceApprovedItIsRevokedAndNotRefused() {
        approvals
                .approve(Scope.EVERYWHERE, phone.id(), awaiting.digits().text())
                .block();
        refused(Reason.NOT_ALLOWED, "id", approvals.refuse(Scope.EVERYWHERE, phone.id()));
        assertThat(stored().active()).isTrue();
    }

    @Test
    void phonesOfOtherTeamsAreNotThere() {
        Scope other = Scope.of(List.of("other"));
        refused(
                Reason.NOT_FOUND,
                "id",
                approvals.approve(other, phone.id(), awaiting.digits().text()));
        refused(Reason.NOT_FOUND, "id", approvals.refuse(other, phone.id()));
        assertThat(stored()).isEqualTo(awaiting);
    }

    @Test
    void nothingIsApprovedThatCannotBeNoted() {
        audit.fail(true);
        StepVerifier.create(approvals.approve(
                        Scope.EVERYWHERE, phone.id(), awaiting.digits().text()))
                .verifyError();
        assertThat(stored().active()).isFalse();
    }

    private Install stored() {
        return installs.find(phone.id()).blockOptional().orElseThrow();
    }

    private String wrong() {
        return awaiting.digits().text().equals("000000") ? "000001" : "000000";
    }

    private static void refused(Reason reason, @Nullable String field, Mono<?> asked) {
        StepVerifier.create(asked).verifyErrorSatisfies(e -> {
            assertThat(((RefusedException) e).reason()).isEqualTo(reason);
            assertThat(((RefusedException) e).field()).isEqualTo(field);
        });
    }
}
