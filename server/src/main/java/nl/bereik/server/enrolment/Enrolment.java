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
    private final Clock clock;
    private final RandomGenerator random;

    public Enrolment(CodeStore codes, Installs installs, Clock clock, RandomGenerator random) {
        this.codes = codes;
        this.installs = installs;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Mono<EnrolmentCode> issue(String team, @Nullable Duration goodFor) {
        return Mono.defer(() -> {
            EnrolmentCode code = EnrolmentCode.random(random);
            Instant expiresAt = goodFor == null ? null : clock.instant().plus(goodFor);
            return codes.add(new StoredCode(hash(code), team, expiresAt, null)).thenReturn(code);
        });
    }

    /**
     * Enrols the phone that holds this key. The same key with the same code gets the same answer again, also when the
     * server stopped half-way. Never empty. Errors with {@link RefusedException} UNKNOWN_CODE, USED_CODE,
     * EXPIRED_CODE or REVOKED_INSTALL, and with StoreUnavailableException.
     */
    public Mono<EnrolReply> enrol(String typedCode, ECKey key) {
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
                                ? settle(id, used.team(), key, now)
                                : Mono.error(new RefusedException(Reason.USED_CODE, "code"));
                    });
        });
    }

    private Mono<EnrolReply> settle(String id, String team, ECKey key, Instant now) {
        Install install =
                new Install(id, team, PublicKeys.canonical(key), null, now.truncatedTo(ChronoUnit.SECONDS), null, null);
        return installs.add(install).then(installs.find(id)).map(there -> {
            if (there.revokedAt() != null) {
                throw new RefusedException(Reason.REVOKED_INSTALL);
            }
            return new EnrolReply(there.id(), there.team(), now);
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
                    null);
            return installs.add(fresh).then(installs.find(id)).map(there -> {
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
