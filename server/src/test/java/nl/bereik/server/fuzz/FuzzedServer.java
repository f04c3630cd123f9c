package nl.bereik.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.bereik.mobile.enrolment.InstallKey;
import nl.bereik.mobile.sync.Gzip;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.mobile.sync.WireRequest;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Scope;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.enrolment.CodeStore;
import nl.bereik.server.enrolment.Enrolment;
import nl.bereik.server.enrolment.MemoryCodeStore;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.install.Teams;
import nl.bereik.server.intake.CustodyLedger;
import nl.bereik.server.intake.MemoryCustodyLedger;
import nl.bereik.server.intake.MemoryQuarantine;
import nl.bereik.server.intake.Quarantine;
import nl.bereik.server.reach.MemoryTallyStore;
import nl.bereik.server.reach.TallyStore;
import nl.bereik.server.signature.MemoryNonceStore;
import nl.bereik.server.signature.NonceStore;
import nl.bereik.server.simulation.ServerParts;
import nl.bereik.server.simulation.StandInKeys;

/** A server on memory with one phone enrolled and one revoked, and what must be true of it after whatever input. */
final class FuzzedServer {
    private static final ReferenceData REFERENCE = ReferenceData.gelderlandZuid();
    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
    private static final URI ADDRESS = URI.create("http://server");

    private final MemoryContactStore contacts = new MemoryContactStore();
    private final MemoryInstalls installs = new MemoryInstalls();
    private final MemoryCodeStore codes = new MemoryCodeStore();
    private final StandInKeys keys = new StandInKeys(false);
    private final InstallKey key = keys.make();
    private final InstallKey lost = keys.make();
    private final InstallKey newcomer = keys.make();
    private final EnrolmentCode code;
    private final ServerParts.Running server;
    private long nonce;

    FuzzedServer(long seed) {
        Clock clock = new TestTime(NOW.toString());
        SplittableRandom random = new SplittableRandom(seed);
        server = ServerParts.start(
                clock,
                new ServerParts.Chance(random, keys.verifiers(true), new Teams(List.of("team"))),
                REFERENCE,
                List.of(
                        new ServerParts.Port<>(ContactStore.class, contacts),
                        new ServerParts.Port<>(TallyStore.class, new MemoryTallyStore()),
                        new ServerParts.Port<>(Quarantine.class, new MemoryQuarantine()),
                        new ServerParts.Port<>(CustodyLedger.class, new MemoryCustodyLedger()),
                        new ServerParts.Port<>(Installs.class, installs),
                        new ServerParts.Port<>(CodeStore.class, codes),
                        new ServerParts.Port<>(NonceStore.class, new MemoryNonceStore(false))));
        installs.add(new Install(key.thumbprint(), "team", key.toPublicJwk(), null, NOW, null, null))
                .block();
        installs.add(new Install(lost.thumbprint(), "team", lost.toPublicJwk(), null, NOW, null, NOW))
                .block();
        code = new Enrolment(codes, installs, new MemoryAuditTrail(), clock, random)
                .issue("team", null)
                .blockOptional()
                .orElseThrow();
    }

    EnrolmentCode code() {
        return code;
    }

    /** Of the phone that is enrolled. */
    InstallKey known() {
        return key;
    }

    /** Of the phone that was revoked. */
    InstallKey lost() {
        return lost;
    }

    /** Of the phone that the code is for. */
    InstallKey newcomer() {
        return newcomer;
    }

    /** A request whose proof is sound, whatever it says. */
    WireRequest signed(String method, String path, byte[] body, boolean zipped, InstallKey by) {
        byte[] sent = zipped ? Gzip.pack(body) : body;
        Map<String, String> headers = new HashMap<>();
        headers.put(
                RequestProof.HEADER,
                by.sign(new RequestProof(method, path, RequestProof.hash(sent), NOW, Long.toString(nonce++))));
        if (zipped) {
            headers.put("Content-Encoding", "gzip");
        }
        return new WireRequest(ADDRESS, method, path, headers, sent);
    }

    WireReply exchange(WireRequest request) {
        return server.exchange(request).blockOptional().orElseThrow();
    }

    /** All that is stored is what this version calls sound. */
    void holdsNothingUnsound() {
        LocalDate today = LocalDate.ofInstant(NOW, REFERENCE.zone());
        contacts.stored().forEach(stored -> isSound(stored.contact(), today));
        contacts.corrections().forEach(stored -> {
            ContactMoment contact = stored.correction().contact();
            if (contact != null) {
                isSound(contact, today);
            }
            assertThat(CorrectionCodec.decode(CorrectionCodec.encode(stored.correction())))
                    .isEqualTo(new Decoded.Whole<>(stored.correction()));
        });
        while (server.counter().turn().blockOptional().orElseThrow().found() > 0) {
            // Whatever was stored can be counted.
            continue;
        }
        server.review().run(Scope.EVERYWHERE).block();
    }

    private static void isSound(ContactMoment contact, LocalDate today) {
        assertThat(contact.problems(today, REFERENCE.areaCodes())).isEmpty();
        assertThat(ContactCodec.decode(ContactCodec.encode(contact))).isEqualTo(new Decoded.Whole<>(contact));
    }

    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
