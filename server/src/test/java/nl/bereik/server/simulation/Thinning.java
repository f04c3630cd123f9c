package nl.bereik.server.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.mobile.sync.WireRequest;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.SyncPaths;

/** Push replies from which results are missing. */
final class Thinning {
    private Thinning() {}

    /** The reply without some of its results; as it is when it is no reply to a push. */
    static WireReply of(WireRequest request, WireReply reply, World world) {
        if (reply.status() != 200 || !request.path().equals(SyncPaths.PUSH)) {
            return reply;
        }
        PushReply whole = PushReply.decode(reply.body());
        List<ItemOutcome> some = new ArrayList<>(whole.outcomes());
        some.removeIf(outcome -> world.pick(2) == 1);
        return new WireReply(200, reply.headers(), new PushReply(whole.serverTime(), some, whole.custody()).encode());
    }

    /** The reply as a phone reads it that takes silence for success. */
    static WireReply undone(WireRequest request, WireReply reply) {
        try {
            PushReply read = PushReply.decode(reply.body());
            List<ItemOutcome> all = new ArrayList<>();
            for (PushBatch.Element element :
                    PushBatch.decode(new GZIPInputStream(new ByteArrayInputStream(request.body())).readAllBytes())) {
                all.add(read.outcomes().stream()
                        .filter(outcome -> outcome.opId().equals(element.opId()) && outcome.verdict() != Verdict.RETRY)
                        .findFirst()
                        .orElse(new ItemOutcome(element.opId(), Verdict.ACCEPTED, List.of())));
            }
            return new WireReply(200, reply.headers(), new PushReply(read.serverTime(), all, read.custody()).encode());
        } catch (IllegalArgumentException e) {
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
