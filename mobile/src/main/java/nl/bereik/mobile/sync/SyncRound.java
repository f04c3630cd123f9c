package nl.bereik.mobile.sync;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.outbox.Sending;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.SyncResult.End;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.RenewRequest;
import nl.bereik.protocol.state.StateDigest;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.state.StateRequest;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.CustodyPage;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;
import org.jspecify.annotations.Nullable;

/**
 * One sync: pushes the outbox batch by batch, pulls the state, and proves that the server holds what it took. An item
 * counts as taken only when the server named it; a batch that was too much is halved down to one item. When the sums
 * differ, ids are compared once, and what the server lacks is sent again.
 */
public final class SyncRound implements Round<SyncResult> {
    private final Phone phone;
    private final Sending sending;
    private final ProofStep proof;
    private final Asides asides;
    private final Retries retries;
    private @Nullable SignedRequests requests;

    private Stage stage = Stage.PUSH;
    private int batchSize = PushBatch.MAX_ITEMS;
    private boolean clockFollowed;
    private @Nullable Duration wait;
    private int arrived;
    private int setAside;
    private @Nullable SyncResult result;

    private enum Stage {
        PUSH,
        /** Only the digest of the state. */
        COMPARE_STATE,
        PULL_STATE,
        /** The ids of what the server holds, page by page. */
        LIST_CUSTODY,
        /** What else there is to say: about the team's key, and about nudging. */
        ASIDE,
        /** Becoming another install, for this one was restored from a backup. */
        RENEW
    }

    /**
     * @param patience how many failures in a row end the round; each but the last is followed by a wait
     */
    public SyncRound(Phone phone, int patience) {
        this.phone = phone;
        this.sending = phone.outbox().sending();
        this.proof = new ProofStep(sending);
        this.asides = new Asides(phone);
        this.retries = new Retries(patience, phone.parts().random());
        this.requests = requests(phone);
    }

    private static @Nullable SignedRequests requests(Phone phone) {
        Enrolment.Install install = phone.enrolment().install();
        return install == null ? null : SignedRequests.of(install, phone.parts());
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
        if (stage == Stage.PUSH) {
            List<PushItem> batch = sending.nextBatch(batchSize);
            if (!batch.isEmpty()) {
                return new Step.Send<>(Objects.requireNonNull(requests).post(SyncPaths.PUSH, PushBatch.encode(batch)));
            }
            stage = Stage.COMPARE_STATE;
        }
        return new Step.Send<>(request(Objects.requireNonNull(requests)));
    }

    private WireRequest request(SignedRequests signed) {
        Map<String, String> known = phone.state().revs();
        return switch (stage) {
            case PUSH -> throw new IllegalStateException("a push is made of a batch");
            case COMPARE_STATE -> signed.get(SyncPaths.STATE, Map.of("If-None-Match", StateDigest.etag(known)));
            case PULL_STATE -> signed.post(SyncPaths.STATE, new StateRequest(known).encode());
            case LIST_CUSTODY -> signed.get(proof.page(), Map.of());
            case ASIDE -> asides.now().request(signed);
            case RENEW ->
                signed.post(
                        SyncPaths.RENEW,
                        new RenewRequest(phone.enrolment().keyForRenewal().toPublicJwk()).encode());
        };
    }

    @Override
    public void replied(WireReply reply) {
        try {
            if (reply.status() >= 400) {
                refused(Refusal.decode(reply.body()), reply);
                return;
            }
            switch (stage) {
                case PUSH -> pushed(PushReply.decode(ok(reply)));
                case COMPARE_STATE -> compared(reply);
                case PULL_STATE -> pulled(StateReply.decode(ok(reply)), reply);
                case LIST_CUSTODY -> listed(CustodyPage.decode(ok(reply)));
                case ASIDE -> {
                    if (asides.now().replied(reply)) {
                        stage = Stage.COMPARE_STATE;
                    } else {
                        sayNext();
                    }
                    retries.succeeded();
                }
                case RENEW -> renewed(EnrolReply.decode(ok(reply)));
            }
            phone.enrolment().approval(true);
        } catch (IllegalArgumentException e) {
            failed(End.NOT_UNDERSTOOD, null, Duration.ZERO);
        }
    }

    /** @throws IllegalArgumentException when something else than the protocol answered */
    private static byte[] ok(WireReply reply) {
        if (reply.status() != 200) {
            throw new IllegalArgumentException("not an answer of the protocol");
        }
        return reply.body();
    }

    @Override
    public void noReply(boolean timedOut) {
        if (timedOut) {
            halve();
        }
        failed(timedOut ? End.TIMED_OUT : End.NO_COVERAGE, null, Duration.ZERO);
    }

    private void pushed(PushReply reply) {
        sending.settle(reply.outcomes());
        int settled = 0;
        for (ItemOutcome outcome : reply.outcomes()) {
            switch (outcome.verdict()) {
                case ACCEPTED, DUPLICATE -> arrived++;
                case CONFLICT, QUARANTINED, REJECTED -> setAside++;
                case RETRY -> settled--;
            }
            settled++;
        }
        if (settled == 0) {
            failed(End.ASKED_TO_WAIT, null, Duration.ZERO);
        } else {
            retries.succeeded();
        }
    }

    private void compared(WireReply reply) {
        boolean same = reply.status() == 304;
        if (!same && reply.status() != 204) {
            throw new IllegalArgumentException("not an answer of the protocol");
        }
        Custody told = custody(reply);
        if (same) {
            prove(told);
        } else {
            stage = Stage.PULL_STATE;
        }
    }

    private void pulled(StateReply difference, WireReply reply) {
        Custody told = custody(reply);
        phone.state().pulled(difference);
        prove(told);
    }

    private static Custody custody(WireReply reply) {
        String header = reply.header(Custody.HEADER);
        if (header == null) {
            throw new IllegalArgumentException("no custody");
        }
        return Custody.fromHeader(header);
    }

    private void prove(Custody told) {
        retries.succeeded();
        if (!proof.isSettledBy(told)) {
            stage = Stage.LIST_CUSTODY;
        } else {
            sayNext();
        }
    }

    private void sayNext() {
        stage = Stage.ASIDE;
        if (!asides.next()) {
            finish(End.COMPLETE, null);
        }
    }

    private void listed(CustodyPage page) {
        retries.succeeded();
        stage = switch (proof.listed(page)) {
            case GOES_ON -> Stage.LIST_CUSTODY;
            case COMPARED -> Stage.PUSH;
            case HELD_BY_ANOTHER -> Stage.RENEW;
        };
    }

    private void renewed(EnrolReply reply) {
        if (!reply.installId().equals(phone.enrolment().keyForRenewal().thumbprint())) {
            throw new IllegalArgumentException("an answer to another phone");
        }
        retries.succeeded();
        phone.enrolment().enrolled(reply);
        requests = requests(phone);
        stage = Stage.PUSH;
    }

    private void refused(Refusal refusal, WireReply reply) {
        switch (refusal.reason()) {
            case CLOCK_SKEW -> {
                if (clockFollowed) {
                    finish(End.REFUSED, refusal.reason());
                } else {
                    clockFollowed = true;
                    sending.giveUp();
                    Objects.requireNonNull(requests).followClock(refusal.serverTime());
                }
            }
            case BODY_TOO_LARGE, TOO_MANY_ITEMS -> {
                if (stage != Stage.PUSH || batchSize == 1) {
                    finish(End.REFUSED, refusal.reason());
                } else {
                    halve();
                    sending.giveUp();
                }
            }
            case NOT_APPROVED -> {
                phone.enrolment().approval(false);
                finish(End.REFUSED, refusal.reason());
            }
            case STORE_UNAVAILABLE, SERVER_FAULT, TOO_MANY_REQUESTS ->
                failed(End.REFUSED, refusal.reason(), reply.retryAfter());
            case REVOKED_INSTALL, WIPE_ORDERED -> {
                phone.revoked();
                finish(End.REFUSED, refusal.reason());
            }
            case NOT_FOUND, NOT_ALLOWED, WRONG_TYPE -> {
                if (stage == Stage.ASIDE) {
                    // Everything else has been done, and is told as done.
                    asides.now().refused();
                    sayNext();
                } else {
                    finish(End.REFUSED, refusal.reason());
                }
            }
            default -> finish(End.REFUSED, refusal.reason());
        }
    }

    private void halve() {
        batchSize = Math.max(1, batchSize / 2);
    }

    private void failed(End end, Refusal.@Nullable Reason refusal, Duration atLeast) {
        sending.giveUp();
        retries.failed(atLeast).ifPresentOrElse(pause -> wait = pause, () -> finish(end, refusal));
    }

    private void finish(End end, Refusal.@Nullable Reason refusal) {
        sending.giveUp();
        boolean proved = end == End.COMPLETE && sending.synced(proof.told());
        result = new SyncResult(end, arrived, setAside, phone.outbox().status().waiting(), proved, refusal);
    }
}
