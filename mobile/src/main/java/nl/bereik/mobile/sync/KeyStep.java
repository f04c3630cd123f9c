package nl.bereik.mobile.sync;

import java.util.Objects;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.teamkey.KeyTalk;
import nl.bereik.protocol.teamkey.TeamKeyPost;
import nl.bereik.protocol.teamkey.TeamKeyReply;
import org.jspecify.annotations.Nullable;

/** The last part of a sync: what there is to say about the team's key, a few posts at most. */
final class KeyStep {
    /** A keeper of many phones goes on in its next sync. */
    private static final int MAX_POSTS = 6;

    private final KeyTalk talk;
    private @Nullable TeamKeyPost post;
    private int posts;

    KeyStep(Phone phone) {
        this.talk = phone.teamKeys().talk();
    }

    /** Takes over what was pulled. Whether there is something to post. */
    boolean begins() {
        talk.takeOver();
        post = posts < MAX_POSTS ? talk.next().orElse(null) : null;
        posts++;
        return post != null;
    }

    byte[] post() {
        return Objects.requireNonNull(post).encode();
    }

    /** @throws IllegalArgumentException when it is no reply to a post */
    void replied(byte[] reply) {
        talk.replied(Objects.requireNonNull(post), TeamKeyReply.decode(reply));
    }
}
