package nl.bereik.server.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import org.jspecify.annotations.Nullable;

/** Makes requests that must be refused, out of sound ones that were used or caught on their way. */
final class Forger {
    private static final BigInteger ORDER =
            new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
    private static final int SCALAR_BYTES = 32;

    private final TestPhone victim = new TestPhone();
    private final TestPhone colleague = new TestPhone();
    private final TestPhone revoked = new TestPhone();
    private final TestPhone stranger = new TestPhone();
    private final SplittableRandom random;
    private final TestTime time;
    private Request used;
    private long made;

    /** A request of the wire with its proof. */
    record Request(@Nullable String proof, Proofs.Sent sent) {}

    /** How a request is forged. */
    enum Kind {
        REPLAYED(Reason.REPLAYED, Reason.CLOCK_SKEW),
        REPLAYED_WITH_THE_OTHER_SIGNATURE(Reason.REPLAYED, Reason.CLOCK_SKEW),
        OTHER_METHOD(Reason.WRONG_SIGNATURE),
        OTHER_PATH(Reason.WRONG_SIGNATURE),
        OTHER_QUERY(Reason.WRONG_SIGNATURE),
        OTHER_BODY(Reason.WRONG_SIGNATURE),
        FOREIGN_KEY(Reason.WRONG_SIGNATURE),
        KEY_OF_A_COLLEAGUE(Reason.WRONG_SIGNATURE),
        NAME_OF_A_COLLEAGUE(Reason.WRONG_SIGNATURE),
        UNKNOWN_PHONE(Reason.UNKNOWN_INSTALL),
        REVOKED_PHONE(Reason.REVOKED_INSTALL),
        CLOCK_BEHIND(Reason.CLOCK_SKEW),
        CLOCK_AHEAD(Reason.CLOCK_SKEW),
        NO_PROOF(Reason.WRONG_SIGNATURE),
        NO_SIGNATURE(Reason.WRONG_SIGNATURE),
        NO_ALGORITHM(Reason.WRONG_SIGNATURE),
        PUBLIC_KEY_AS_SECRET(Reason.WRONG_SIGNATURE),
        ZERO_SIGNATURE(Reason.WRONG_SIGNATURE),
        ONE_BIT_OTHERWISE(Reason.WRONG_SIGNATURE, Reason.UNKNOWN_INSTALL, Reason.REPLAYED, Reason.CLOCK_SKEW),
        OTHER_TYPE(Reason.WRONG_SIGNATURE);

        private final Set<Reason> expected;

        Kind(Reason... expected) {
            this.expected = Set.of(expected);
        }

        Set<Reason> expected() {
            return expected;
        }
    }

    Forger(SplittableRandom random, TestTime time) {
        this.random = random;
        this.time = time;
        this.used = sound();
    }

    TestPhone victim() {
        return victim;
    }

    TestPhone colleague() {
        return colleague;
    }

    TestPhone revoked() {
        return revoked;
    }

    /** A request that a server may accept once; what is forged from now on is made out of it. */
    Request sound() {
        used = by(victim, time.instant(), random.nextBoolean());
        return used;
    }

    Request forge(Kind kind) throws JOSEException {
        String proof = String.valueOf(used.proof());
        Proofs.Sent sent = used.sent();
        return switch (kind) {
            case REPLAYED -> used;
            case REPLAYED_WITH_THE_OTHER_SIGNATURE -> new Request(otherSignature(proof), sent);
            case OTHER_METHOD -> new Request(fresh(sent), new Proofs.Sent("PUT", sent.path(), sent.body()));
            case OTHER_PATH -> new Request(fresh(sent), new Proofs.Sent(sent.method(), SyncPaths.RENEW, sent.body()));
            case OTHER_QUERY ->
                new Request(fresh(sent), new Proofs.Sent(sent.method(), sent.path() + "?a=b", sent.body()));
            case OTHER_BODY ->
                new Request(fresh(sent), new Proofs.Sent(sent.method(), sent.path(), oneBit(sent.body())));
            case FOREIGN_KEY -> signedBy(stranger, victim.id(), sent);
            case KEY_OF_A_COLLEAGUE -> signedBy(colleague, victim.id(), sent);
            case NAME_OF_A_COLLEAGUE -> signedBy(victim, colleague.id(), sent);
            case UNKNOWN_PHONE -> by(stranger, time.instant(), random.nextBoolean());
            case REVOKED_PHONE -> by(revoked, time.instant(), random.nextBoolean());
            case CLOCK_BEHIND -> by(victim, time.instant().minus(outside(RequestProof.MAX_BEHIND)), false);
            case CLOCK_AHEAD -> by(victim, time.instant().plus(outside(RequestProof.MAX_AHEAD)), true);
            case NO_PROOF -> new Request(null, sent);
            case NO_SIGNATURE -> new Request(proof.substring(0, proof.lastIndexOf('.') + 1), sent);
            case NO_ALGORITHM -> new Request(withHeader(proof, "{\"alg\":\"none\"}", ""), sent);
            case PUBLIC_KEY_AS_SECRET -> new Request(macOf(sent), sent);
            case ZERO_SIGNATURE -> new Request(withSignature(fresh(sent), new byte[2 * SCALAR_BYTES]), sent);
            case ONE_BIT_OTHERWISE -> new Request(oneBit(proof), sent);
            case OTHER_TYPE -> new Request(victim.proof(claim(sent, time.instant()), "JWT", victim.id()), sent);
        };
    }

    private Request by(TestPhone phone, Instant at, boolean detached) {
        byte[] body = new byte[random.nextInt(1, 200)];
        random.nextBytes(body);
        String path = SyncPaths.PUSH;
        String proof = detached ? phone.detachedProof("POST", path, body, at) : phone.proof("POST", path, body, at);
        return new Request(proof, new Proofs.Sent("POST", path, body));
    }

    private Request signedBy(TestPhone phone, String kid, Proofs.Sent sent) {
        return new Request(phone.proof(claim(sent, time.instant()), RequestProof.TYPE, kid), sent);
    }

    private String fresh(Proofs.Sent sent) {
        return victim.proof(claim(sent, time.instant()));
    }

    private RequestProof claim(Proofs.Sent sent, Instant at) {
        return new RequestProof(sent.method(), sent.path(), RequestProof.hash(sent.body()), at, "made " + made++);
    }

    private Duration outside(Duration limit) {
        return limit.plusSeconds(1 + random.nextInt(1, 100_000));
    }

    /** For every signature (r, s) of ECDSA, (r, n - s) fits as well. */
    private static String otherSignature(String proof) {
        byte[] signature = new Base64URL(proof.substring(proof.lastIndexOf('.') + 1)).decode();
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, SCALAR_BYTES, signature.length));
        byte[] other = ORDER.subtract(s).toByteArray();
        byte[] changed = Arrays.copyOf(signature, signature.length);
        for (int i = 0; i < SCALAR_BYTES; i++) {
            int from = other.length - SCALAR_BYTES + i;
            changed[SCALAR_BYTES + i] = from < 0 ? 0 : other[from];
        }
        return withSignature(proof, changed);
    }

    private static String withSignature(String proof, byte[] signature) {
        return proof.substring(0, proof.lastIndexOf('.') + 1) + Base64URL.encode(signature);
    }

    private static String withHeader(String proof, String header, String signature) {
        return Base64URL.encode(header) + proof.substring(proof.indexOf('.'), proof.lastIndexOf('.') + 1) + signature;
    }

    private String macOf(Proofs.Sent sent) throws JOSEException {
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType(RequestProof.TYPE))
                        .keyID(victim.id())
                        .build(),
                new Payload(claim(sent, time.instant()).encode()));
        jws.sign(new MACSigner(victim.publicKey().toJSONString().getBytes(StandardCharsets.UTF_8)));
        return jws.serialize();
    }

    private byte[] oneBit(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private String oneBit(String proof) {
        return new String(oneBit(proof.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.ISO_8859_1);
    }
}
