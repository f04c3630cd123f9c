package nl.bereik.server.enrolment;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.signature.PublicKeys;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes installs out of phones that bring a one-time code. */
@Component
public final class Enrolment implements EnrolmentCodes {
    private final CodeStore codes;
    private final Installs installs;
    private final AuditTrail audit;
    private final Clock clock;
    private final RandomGenerator random;

    public Enrolment(CodeStore codes, Installs installs, AuditTrail audit, Clock clock, RandomGenerator random) {
        this.codes = codes;
        this.installs = installs;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Mono<EnrolmentCode> issue(String team, @Nullable String holder, @Nullable Duration goodFor) {
        return Mono.defer(() -> {
            EnrolmentCode code = EnrolmentCode.random(random);
            Instant expiresAt = goodFor == null ? null : clock.instant().plus(goodFor);
            return codes.add(new StoredCode(hash(code), team, holder, expiresAt, null))
                    .thenReturn(code);
        });
    }

    /**
     * Enrols the phone that holds this key; until the coordinator approves it, it may not sync. The same key with the
     * same code gets the same answer again, also when the server stopped half-way. Never empty. Errors with {@link
     * RefusedException} UNKNOWN_CODE, USED_CODE, EXPIRED_CODE or REVOKED_INSTALL, and with StoreUnavailableException.
     */
    public Mono<EnrolReply> enrol(String typedCode, ECKey key, @Nullable SealKey sealKey) {
        return Mono.defer(() -> {
            EnrolmentCode code = parse(typedCode);
            String id = PublicKeys.thumbprint(key);
            Instant now = clock.instant();
            return codes.use(hash(code), id, now)
                    .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.UNKNOWN_CODE, "code")))
                    .flatMap(used -> {
                        if (used.usedBy() == null) {
                            return Mono.error(new RefusedException(Reason.EXPIRED_CODE, "code"));
                        }
                        return used.usedBy().equals(id)
                                ? settle(id, used, key, sealKey, now)
                                : Mono.error(new RefusedException(Reason.USED_CODE, "code"));
                    });
        });
    }

    private Mono<EnrolReply> settle(String id, StoredCode code, ECKey key, @Nullable SealKey sealKey, Instant now) {
        Install install = new Install(
                id,
                code.team(),
                PublicKeys.canonical(key),
                null,
                now.truncatedTo(ChronoUnit.SECONDS),
                null,
                null,
                sealKey,
                code.holder(),
                true);
        return installs.find(id)
                .switchIfEmpty(Mono.defer(() -> audit.note(AuditTrail.phone(id), AuditAct.PHONE_ENROLLED, id)
                        .then(installs.add(install))
                        .then(installs.find(id))))
                .map(there -> {
                    if (there.revokedAt() != null) {
                        throw new RefusedException(Reason.REVOKED_INSTALL);
                    }
                    return new EnrolReply(there.id(), there.team(), now, there.active());
                });
    }

    /**
     * Makes another install of the phone that this one belongs to. The same key gets the same answer again. Never
     * empty. Errors with {@link RefusedException} NOT_ALLOWED when the key is already that of another phone, and with
     * StoreUnavailableException.
     */
    public Mono<EnrolReply> renew(Install install, ECKey key) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            String id = PublicKeys.thumbprint(key);
            Install fresh = new Install(
                    id,
                    install.team(),
                    PublicKeys.canonical(key),
                    install.phone(),
                    now.truncatedTo(ChronoUnit.SECONDS),
                    null,
                    null,
                    install.sealKey(),
                    install.holder(),
                    false);
            return installs.find(id)
                    .switchIfEmpty(Mono.defer(
                            () -> audit.note(AuditTrail.phone(install.id()), AuditAct.PHONE_RENEWED, install.phone())
                                    .then(installs.add(fresh))
                                    .then(installs.find(id))))
                    .map(there -> {
                        if (!install.phone().equals(there.renews())) {
                            throw new RefusedException(Reason.NOT_ALLOWED, "publicKey");
                        }
                        return new EnrolReply(there.id(), there.team(), now);
                    });
        });
    }

    private static EnrolmentCode parse(String typed) {
        try {
            return EnrolmentCode.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.UNKNOWN_CODE, "code");
        }
    }

    private static String hash(EnrolmentCode code) {
        return RequestProof.hash(code.text().getBytes(StandardCharsets.US_ASCII));
    }
}
