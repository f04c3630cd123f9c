package nl.bereik.mobile.sync;

import java.net.URI;
import nl.bereik.mobile.enrolment.InstallKey;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.SyncResult.End;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.EnrolRequest;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;
import org.jspecify.annotations.Nullable;

/** Enrols the phone at a server. The same code can be tried again after a lost reply: the key is kept. */
public final class EnrolRound implements Round<EnrolResult> {
    private final Phone phone;
    private final InstallKey key;
    private final SignedRequests requests;
    private final EnrolRequest request;
    private boolean clockFollowed;
    private @Nullable EnrolResult result;

    public EnrolRound(Phone phone, URI server, EnrolmentCode code) {
        this.phone = phone;
        this.key = phone.enrolment().keyFor(server);
        this.requests = new SignedRequests(
                server, key, phone.parts().clock(), phone.parts().random());
        this.request = new EnrolRequest(
                code.text(), key.toPublicJwk(), phone.teamKeys().sealKey());
    }

    @Override
    public Step<EnrolResult> next() {
        return result != null
                ? new Step.End<>(result)
                : new Step.Send<>(requests.post(SyncPaths.ENROL, request.encode()));
    }

    @Override
    public void replied(WireReply reply) {
        try {
            if (reply.status() == 200) {
                EnrolReply enrolled = EnrolReply.decode(reply.body());
                if (!enrolled.installId().equals(key.thumbprint())) {
                    throw new IllegalArgumentException("the reply is for another key");
                }
                phone.enrolment().enrolled(enrolled);
                result = new EnrolResult(End.COMPLETE, null);
                return;
            }
            Refusal refusal = Refusal.decode(reply.body());
            if (refusal.reason() == Refusal.Reason.CLOCK_SKEW && !clockFollowed) {
                clockFollowed = true;
                requests.followClock(refusal.serverTime());
            } else {
                result = new EnrolResult(End.REFUSED, refusal.reason());
            }
        } catch (IllegalArgumentException e) {
            result = new EnrolResult(End.NOT_UNDERSTOOD, null);
        }
    }

    @Override
    public void noReply(boolean timedOut) {
        result = new EnrolResult(timedOut ? End.TIMED_OUT : End.NO_COVERAGE, null);
    }
}
