package nl.bereik.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.mobile.sync.WireRequest;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.enrolment.EnrolRequest;
import nl.bereik.protocol.enrolment.RenewRequest;
import nl.bereik.protocol.state.StateRequest;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.server.ContactSamples;
import nl.bereik.server.simulation.WithoutLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Mutated requests to every endpoint that phones talk to. {@code bereik.fuzz.inputs} says how many,
 * {@code bereik.fuzz.seed} from which seed.
 */
@ExtendWith(WithoutLog.class)
final class EndpointFuzzTest {
    private static final int INPUTS = Integer.getInteger("bereik.fuzz.inputs", 8_000);
    private static final long SEED = Long.getLong("bereik.fuzz.seed", 20_261_122);
    private static final int INPUTS_A_SERVER = 500;
    private static final int PROGRESS_EVERY = 100_000;

    /** What one request may cost, however it was made; a batch of the largest size costs a tenth. */
    private static final long MAX_ALLOCATED = 64L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<Integer, Integer> answers = new TreeMap<>();

    @Test
    void noInputBreaksTheServerOrGetsAnythingUnsoundStored() {
        Mutator mutator = new Mutator(SEED);
        for (int i = 0; i < INPUTS; i += INPUTS_A_SERVER) {
            FuzzedServer server = new FuzzedServer(i);
            List<byte[]> sound = sound(server);
            for (int j = 0; j < INPUTS_A_SERVER; j++) {
                input(server, mutator, sound, "seed " + SEED + ", input " + (i + j));
            }
            server.holdsNothingUnsound();
            if (i > 0 && i % PROGRESS_EVERY == 0) {
                System.out.println("fuzz: " + i + " of " + INPUTS + " inputs");
            }
        }
        System.out.println("fuzz: " + INPUTS + " inputs, answers by status " + answers);
        assertThat(answers.keySet()).as("sound ones among them").contains(200, 400, 401, 403, 413);
    }

    private void input(FuzzedServer server, Mutator mutator, List<byte[]> sound, String what) {
        WireRequest request = request(server, mutator, sound);
        long before = threads.getCurrentThreadAllocatedBytes();
        WireReply reply = server.exchange(request);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(reply.status())
                .as(() -> what + ": " + request.method() + " " + request.path() + " answered "
                        + FuzzedServer.text(reply.body()))
                .isLessThan(500);
        assertThat(allocated).as(what).isLessThan(MAX_ALLOCATED);
        if (reply.status() >= 400) {
            assertThat(Refusal.decode(reply.body()).reason().status()).as(what).isEqualTo(reply.status());
        } else if (reply.status() == 200 && request.path().equals(SyncPaths.PUSH)) {
            assertThat(PushReply.decode(reply.body()).encode()).as(what).isEqualTo(reply.body());
        }
        answers.merge(reply.status(), 1, Integer::sum);
    }

    private static WireRequest request(FuzzedServer server, Mutator mutator, List<byte[]> sound) {
        byte[] body = mutator.mutated(sound.get(mutator.pick(sound.size())));
        boolean zipped = mutator.pick(3) == 0;
        WireRequest request =
                switch (mutator.pick(12)) {
                    case 0 -> server.signed("POST", SyncPaths.ENROL, body, zipped, server.newcomer());
                    case 1 -> server.signed("POST", SyncPaths.RENEW, body, zipped, server.known());
                    case 2 -> server.signed("POST", SyncPaths.STATE, body, zipped, server.known());
                    case 3 ->
                        server.signed(
                                "GET",
                                SyncPaths.CUSTODY + "?from=" + mutator.any(),
                                new byte[0],
                                false,
                                server.known());
                    case 4 -> server.signed("GET", SyncPaths.STATE, new byte[0], false, server.known());
                    case 5 -> server.signed("POST", SyncPaths.PUSH, body, zipped, server.lost());
                    default -> server.signed("POST", SyncPaths.PUSH, body, zipped, server.known());
                };
        return switch (mutator.pick(12)) {
            case 0 ->
                new WireRequest(
                        request.server(),
                        request.method(),
                        request.path(),
                        mutatedHeaders(request.headers(), mutator),
                        request.body());
            case 1 ->
                new WireRequest(
                        request.server(),
                        request.method(),
                        request.path(),
                        request.headers(),
                        mutator.mutated(request.body()));
            default -> request;
        };
    }

    private static Map<String, String> mutatedHeaders(Map<String, String> headers, Mutator mutator) {
        Map<String, String> mutated = new TreeMap<>();
        headers.forEach((name, value) -> mutated.put(
                name,
                new String(mutator.mutated(value.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1)));
        return mutated;
    }

    private static List<byte[]> sound(FuzzedServer server) {
        List<byte[]> sound = new ArrayList<>();
        sound.add(PushBatch.encode(List.of(ContactSamples.item(1))));
        sound.add(PushBatch.encode(
                LongStream.rangeClosed(2, 6).mapToObj(ContactSamples::item).toList()));
        ContactCorrection correction = new ContactCorrection(
                ContactSamples.id(1), 2, ContactSamples.contact(ContactSamples.DAY, Channel.ONLINE));
        sound.add(PushBatch.encode(List.of(new PushItem(
                ContactSamples.id(7),
                7,
                CorrectionCodec.KIND,
                CorrectionCodec.SCHEMA,
                CorrectionCodec.encode(correction)))));
        sound.add(new StateRequest(Map.of("reference", "x", "need:1", "2")).encode());
        sound.add(new EnrolRequest(server.code().text(), server.newcomer().toPublicJwk(), null).encode());
        sound.add(new EnrolRequest(
                        server.code().text(), server.newcomer().toPublicJwk(), SealKey.of(new byte[SealKey.KEY_BYTES]))
                .encode());
        sound.add(new RenewRequest(server.newcomer().toPublicJwk()).encode());
        return sound;
    }
}
