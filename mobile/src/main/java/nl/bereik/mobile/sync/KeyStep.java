package nl.bereik.mobile.sync;

import java.util.Objects;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.teamkey.KeyTalk;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.teamkey.TeamKeyPost;
import nl.bereik.protocol.teamkey.TeamKeyReply;
import org.jspecify.annotations.Nullable;

/** The last part of a sync: what there is to say about the team's key, a few posts at most. */
final class KeyStep implements Aside {
    /** A keeper of many phones goes on in its next sync. */
    private static final int MAX_POSTS = 6;

    private final KeyTalk talk;
    private @Nullable TeamKeyPost post;
    private int posts;

    KeyStep(Phone phone) {
        this.talk = phone.teamKeys().talk();
    }

    @Override
    public boolean begins() {
        talk.takeOver();
        post = posts < MAX_POSTS ? talk.next().orElse(null) : null;
        posts++;
        return post != null;
    }

    @Override
    public WireRequest request(SignedRequests signed) {
        return signed.post(SyncPaths.TEAM_KEY, Objects.requireNonNull(post).encode());
    }

    @Override
    public boolean replied(WireReply reply) {
        if (reply.status() != 200) {
            throw new IllegalArgumentException("not an answer of the protocol");
        }
        talk.replied(Objects.requireNonNull(post), TeamKeyReply.decode(reply.body()));
        return true;
    }

    @Override
    public void refused() {
        posts = MAX_POSTS;
    }
}
