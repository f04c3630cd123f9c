package nl.bereik.server.push;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Makes the real sender, with the way to Firebase leading elsewhere. */
public final class StandInSender {
    private StandInSender() {}

    /** @param way see {@link StandInFcm#way} */
    public static PushSender of(Path credentials, UnaryOperator<URI> way, Clock clock) {
        return FcmSender.open(
                credentials,
                new PushProperties(null, "Bereik", "Nieuw bericht"),
                clock,
                new FcmTransport(way, FcmSender.PATIENCE));
    }
}
