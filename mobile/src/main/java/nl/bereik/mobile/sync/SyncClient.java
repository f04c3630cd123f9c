package nl.bereik.mobile.sync;

import java.net.URI;
import java.time.Duration;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.enrolment.EnrolmentCode;

/** Drives rounds over a network. Calls block; at most one round at a time runs per phone. */
public final class SyncClient {
    private final Phone phone;
    private final Transport transport;
    private final Pause pause;

    public SyncClient(Phone phone, Transport transport, Pause pause) {
        this.phone = phone;
        this.transport = transport;
        this.pause = pause;
    }

    /** Lets time pass; a port, so that tests need not wait. */
    @FunctionalInterface
    public interface Pause {
        void let(Duration pass) throws InterruptedException;

        /** Really waits. */
        static Pause real() {
            return duration -> Thread.sleep(duration.toMillis());
        }
    }

    /**
     * One sync, as far as the network lets it.
     *
     * @param patience how many failures in a row end it, at least 1
     */
    public SyncResult sync(int patience) throws InterruptedException {
        synchronized (this) {
            return drive(new SyncRound(phone, patience));
        }
    }

    /** Enrols the phone; after a lost reply it may be called again with the same code. */
    public EnrolResult enrol(URI server, EnrolmentCode code) throws InterruptedException {
        synchronized (this) {
            return drive(new EnrolRound(phone, server, code));
        }
    }

    private <R> R drive(Round<R> round) throws InterruptedException {
        try {
            while (true) {
                Step<R> step = round.next();
                if (step instanceof Step.End<R> end) {
                    return end.result();
                } else if (step instanceof Step.Wait<R> wait) {
                    pause.let(wait.duration());
                } else if (step instanceof Step.Send<R> send) {
                    exchange(round, send.request());
                }
            }
        } finally {
            phone.outbox().sending().giveUp();
        }
    }

    private void exchange(Round<?> round, WireRequest request) throws InterruptedException {
        WireReply reply;
        try {
            reply = transport.exchange(request);
        } catch (Transport.NoReplyException e) {
            round.noReply(e.timedOut());
            return;
        }
        round.replied(reply);
    }
}
