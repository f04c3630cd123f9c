package nl.bereik.mobile.sync;

import java.util.Objects;
import nl.bereik.mobile.push.PushTelling;
import nl.bereik.protocol.push.PushTokenPost;
import nl.bereik.protocol.sync.SyncPaths;
import org.jspecify.annotations.Nullable;

/** Tells where this phone can be nudged. */
final class TokenStep implements Aside {
    private final PushTelling telling;
    private @Nullable PushTokenPost post;
    /** Once in a sync is enough, whatever came of it. */
    private boolean over;

    TokenStep(PushTelling telling) {
        this.telling = telling;
    }

    @Override
    public boolean begins() {
        post = over ? null : telling.next().orElse(null);
        return post != null;
    }

    @Override
    public WireRequest request(SignedRequests signed) {
        return signed.post(SyncPaths.PUSH_TOKEN, Objects.requireNonNull(post).encode());
    }

    @Override
    public boolean replied(WireReply reply) {
        if (reply.status() != 204) {
            throw new IllegalArgumentException("not an answer of the protocol");
        }
        over = true;
        telling.told(Objects.requireNonNull(post));
        return false;
    }

    @Override
    public void refused() {
        over = true;
    }
}
