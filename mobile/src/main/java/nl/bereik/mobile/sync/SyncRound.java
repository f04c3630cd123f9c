package nl.bereik.mobile.sync;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.outbox.OutboxStatus;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.SyncResult.End;
import nl.bereik.protocol.sync.Backoff;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;
import org.jspecify.annotations.Nullable;

/**
 * One sync: pushes the outbox batch by batch, then pulls reference data. An item counts as taken only when the server
 * named it; a batch that was too much is halved down to one item.
 */
public final class SyncRound implements Round<SyncResult> {
    private final Phone phone;
    private final Outbox outbox;
    private final int patience;
    private final @Nullable SignedRequests requests;

    private Stage stage = Stage.PUSH;
    private int batchSize = PushBatch.MAX_ITEMS;
    private int asked;
    private int failures;
    private boolean clockFollowed;
    private @Nullable Duration wait;
    private @Nullable Custody custody;
    private int arrived;
    private int setAside;
    private @Nullable SyncResult result;

    private enum Stage {
        PUSH,
        REFERENCE
    }

    /**
     * @param patience how many failures in a row end the round; each but the last is followed by a wait
     */
    public SyncRound(Phone phone, int patience) {
        this.phone = phone;
        this.outbox = phone.outbox();
        this.patience = patience;
        Enrolment.Install install = phone.enrolment().install();
        this.requests = install == null
                ? null
                : new SignedRequests(
                        install.server(),
                        install.key(),
                        phone.parts().clock(),
                        phone.parts().random());
    }

    @Override
    public Step<SyncResult> next() {
        if (requests == null) {
            finish(End.NOT_ENROLLED, null);
        }
        if (result != null) {
            return new Step.End<>(result);
        }
        if (wait != null) {
            Duration duration = wait;
            wait = null;
            return new Step.Wait<>(duration);
        }
        SignedRequests signed = Objects.requireNonNull(requests);
        if (stage == Stage.PUSH) {
            List<PushItem> batch = outbox.nextBatch(batchSize);
            asked = batch.size();
            if (asked > 0 || owesProof()) {
                return new Step.Send<>(signed.post(SyncPaths.PUSH, PushBatch.encode(batch)));
            }
            stage = Stage.REFERENCE;
        }
        return new Step.Send<>(signed.get(
                SyncPaths.REFERENCE,
                Map.of("If-None-Match", phone.reference().data().etag())));
    }

    @Override
    public void replied(WireReply reply) {
        try {
            if (reply.status() == 200 && stage == Stage.PUSH) {
                pushed(PushReply.decode(reply.body()));
            } else if (reply.status() == 200) {
                phone.reference().pulled(reply.body());
                finish(End.COMPLETE, null);
            } else if (reply.status() == 304 && stage == Stage.REFERENCE) {
                finish(End.COMPLETE, null);
            } else {
                refused(Refusal.decode(reply.body()), reply);
            }
        } catch (IllegalArgumentException e) {
            failed(End.NOT_UNDERSTOOD, null, Duration.ZERO);
        }
    }

    @Override
    public void noReply(boolean timedOut) {
        if (timedOut) {
            halve();
        }
        failed(timedOut ? End.TIMED_OUT : End.NO_COVERAGE, null, Duration.ZERO);
    }

    /**
     * Whether the last round stopped between the server's last answer and the note of what it proved: then a push of
     * nothing asks what the server holds.
     */
    private boolean owesProof() {
        OutboxStatus status = outbox.status();
        return custody == null && status.held() > 0 && status.provedAt() == null;
    }

    private void pushed(PushReply reply) {
        outbox.settle(reply.outcomes());
        custody = reply.custody();
        int settled = 0;
        for (ItemOutcome outcome : reply.outcomes()) {
            switch (outcome.verdict()) {
                case ACCEPTED, DUPLICATE -> arrived++;
                case CONFLICT, QUARANTINED, REJECTED -> setAside++;
                case RETRY -> settled--;
            }
            settled++;
        }
        if (settled == 0 && asked > 0) {
            failed(End.ASKED_TO_WAIT, null, Duration.ZERO);
        } else {
            failures = 0;
        }
    }

    private void refused(Refusal refusal, WireReply reply) {
        switch (refusal.reason()) {
            case CLOCK_SKEW -> {
                if (clockFollowed) {
                    finish(End.REFUSED, refusal.reason());
                } else {
                    clockFollowed = true;
                    outbox.giveUpSending();
                    Objects.requireNonNull(requests).followClock(refusal.serverTime());
                }
            }
            case BODY_TOO_LARGE, TOO_MANY_ITEMS -> {
                if (batchSize == 1) {
                    finish(End.REFUSED, refusal.reason());
                } else {
                    halve();
                    outbox.giveUpSending();
                }
            }
            case STORE_UNAVAILABLE, SERVER_FAULT, TOO_MANY_REQUESTS ->
                failed(End.REFUSED, refusal.reason(), retryAfter(reply));
            default -> finish(End.REFUSED, refusal.reason());
        }
    }

    private void halve() {
        batchSize = Math.max(1, batchSize / 2);
    }

    private void failed(End end, Refusal.@Nullable Reason refusal, Duration atLeast) {
        outbox.giveUpSending();
        if (++failures >= patience) {
            finish(end, refusal);
            return;
        }
        Duration jittered = Backoff.delay(failures - 1, phone.parts().random());
        wait = jittered.compareTo(atLeast) > 0 ? jittered : atLeast;
    }

    private void finish(End end, Refusal.@Nullable Reason refusal) {
        outbox.giveUpSending();
        boolean proved = end == End.COMPLETE && outbox.synced(custody);
        result = new SyncResult(end, arrived, setAside, outbox.status().waiting(), proved, refusal);
    }

    private static Duration retryAfter(WireReply reply) {
        String seconds = reply.header("Retry-After");
        return seconds != null && seconds.matches("[0-9]{1,4}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ZERO;
    }
}
