package nl.bereik.mobile.push;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.settings.Settings;
import nl.bereik.protocol.push.Platform;
import nl.bereik.protocol.push.PushTokenPost;
import nl.bereik.protocol.sync.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * What has still to be told to the server of where this phone can be nudged: a token once, again when it has changed or
 * the phone has enrolled anew, and that it wants none when the user turns it off. The token itself is not kept.
 * Thread-safe.
 */
public final class PushTelling {
    private static final String NONE = "none";

    private final Supplier<Enrolment.@Nullable Install> install;
    private final Settings settings;
    private volatile @Nullable PushTokenPost token;

    /** @param install what the phone is to its server; gives null while it is not enrolled */
    public PushTelling(Supplier<Enrolment.@Nullable Install> install, Settings settings) {
        this.install = install;
        this.settings = settings;
    }

    /** The device has this token now. Whether the server has still to be told. */
    public boolean has(String fresh, Platform platform) {
        try {
            token = new PushTokenPost(fresh, platform);
        } catch (IllegalArgumentException e) {
            // The server would not take it either.
            return false;
        }
        return next().isPresent();
    }

    /** What to tell; empty when the server knows, or cannot be told yet. */
    public Optional<PushTokenPost> next() {
        Enrolment.Install to = install.get();
        if (to == null) {
            return Optional.empty();
        }
        String told = settings.pushTold();
        if (!settings.push()) {
            return platformTold(told, to)
                    .map(platform -> new PushTokenPost(null, platform))
                    .filter(none -> !told.equals(words(none, to)));
        }
        return Optional.ofNullable(token).filter(now -> !told.equals(words(now, to)));
    }

    /** The server has taken this; durable on return. */
    public void told(PushTokenPost post) {
        Enrolment.Install to = install.get();
        if (to != null) {
            settings.pushTold(words(post, to));
        }
    }

    /** Of what kind a phone this install was told to be; empty when it was told nothing. */
    private static Optional<Platform> platformTold(String told, Enrolment.Install to) {
        for (Platform platform : Platform.values()) {
            if (told.startsWith(to.installId() + ' ' + platform.name() + ' ')) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }

    private static String words(PushTokenPost post, Enrolment.Install to) {
        String what =
                post.token() == null ? NONE : ContentHash.short128(post.token().getBytes(StandardCharsets.UTF_8));
        return to.installId() + ' ' + post.platform().name() + ' ' + what;
    }
}
