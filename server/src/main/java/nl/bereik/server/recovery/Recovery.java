package nl.bereik.server.recovery;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import nl.bereik.protocol.recovery.RecoveryFile;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.Scope;
import nl.bereik.server.audit.Actor;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.intake.Intake;
import nl.bereik.server.signature.PublicKeys;
import nl.bereik.server.signature.Verifiers;
import nl.bereik.server.web.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes in recovery files as if their phones had pushed what is in them. */
@Component
final class Recovery {
    private static final JOSEObjectType SIGNED = new JOSEObjectType(RecoveryFile.SIGNED_TYPE);
    private static final int MAX_UNPACKED_BYTES = 32 << 20;

    private final RecoveryKey key;
    private final Installs installs;
    private final Verifiers verifiers;
    private final Intake intake;
    private final AuditTrail trail;

    Recovery(RecoveryKey key, Installs installs, Verifiers verifiers, Intake intake, AuditTrail trail) {
        this.key = key;
        this.installs = installs;
        this.verifiers = verifiers;
        this.intake = intake;
        this.trail = trail;
    }

    /**
     * What became of the items of a file.
     *
     * @param items how many there were
     * @param arrived taken now, or taken before
     * @param setAside under review or rejected; the phone shows them when it syncs again
     * @param retry to be handed in again later
     */
    record Report(int items, int arrived, int setAside, int retry) {
        Report plus(PushReply reply) {
            Report sum = this;
            for (var outcome : reply.outcomes()) {
                sum = sum.plus(outcome.verdict());
            }
            return sum;
        }

        private Report plus(Verdict verdict) {
            return switch (verdict) {
                case ACCEPTED, DUPLICATE -> new Report(items + 1, arrived + 1, setAside, retry);
                case CONFLICT, QUARANTINED, REJECTED -> new Report(items + 1, arrived, setAside + 1, retry);
                case RETRY -> new Report(items + 1, arrived, setAside, retry + 1);
            };
        }
    }

    /**
     * Takes a file of a phone within the scope in; safe to repeat, also beside the phone's own sync. Never empty.
     * Errors with {@link RefusedException} WRONG_TYPE, WRONG_SIGNATURE, UNKNOWN_INSTALL, REVOKED_INSTALL or
     * NOT_APPROVED, and with StoreUnavailableException.
     *
     * @param alsoRevoked whether a phone that has been revoked, but approved before, may have made it: its items were
     *     logged before somebody decided that it may not send any more, or by a thief who knows its PIN
     */
    Mono<Report> take(Scope scope, String file, boolean alsoRevoked) {
        return key.open(file).flatMap(signed -> {
            JWSObject jws = parse(signed);
            return installs.find(scope, jws.getHeader().getKeyID())
                    .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.UNKNOWN_INSTALL)))
                    .flatMap(installs::withPhone)
                    .flatMap(install -> {
                        List<PushBatch.Element> elements = check(jws, install, alsoRevoked);
                        return Actor.notes(trail, AuditAct.RECOVERY_FILE_TAKEN, install.id())
                                .then(push(install, elements));
                    });
        });
    }

    private Mono<Report> push(Install install, List<PushBatch.Element> elements) {
        List<List<PushBatch.Element>> batches = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += PushBatch.MAX_ITEMS) {
            batches.add(elements.subList(from, Math.min(elements.size(), from + PushBatch.MAX_ITEMS)));
        }
        return Flux.fromIterable(batches)
                .concatMap(batch -> intake.push(install, batch))
                .reduce(new Report(0, 0, 0, 0), Report::plus);
    }

    private static JWSObject parse(String signed) {
        try {
            JWSObject jws = JWSObject.parse(signed);
            if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                    || !SIGNED.equals(jws.getHeader().getType())
                    || jws.getHeader().getKeyID() == null) {
                throw new RefusedException(Reason.WRONG_SIGNATURE);
            }
            return jws;
        } catch (ParseException e) {
            throw new RefusedException(Reason.WRONG_TYPE);
        }
    }

    private List<PushBatch.Element> check(JWSObject jws, Install install, boolean alsoRevoked) {
        try {
            if (!jws.verify(verifiers.of(PublicKeys.parse(install.publicKey())))) {
                throw new RefusedException(Reason.WRONG_SIGNATURE);
            }
        } catch (JOSEException e) {
            throw new RefusedException(Reason.WRONG_SIGNATURE);
        }
        if (install.revokedAt() != null && !alsoRevoked) {
            throw new RefusedException(Reason.REVOKED_INSTALL);
        }
        if (install.awaitsApproval()) {
            throw new RefusedException(Reason.NOT_APPROVED);
        }
        return PushBatch.decode(unzip(jws.getPayload().toBytes()));
    }

    private static byte[] unzip(byte[] zipped) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            byte[] plain = gzip.readNBytes(MAX_UNPACKED_BYTES + 1);
            if (plain.length > MAX_UNPACKED_BYTES) {
                throw new RefusedException(Reason.BODY_TOO_LARGE);
            }
            return plain;
        } catch (IOException e) {
            throw new RefusedException(Reason.BROKEN_GZIP);
        }
    }
}
