package nl.bereik.server.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * How often something may still fail, per name: so many times at once, and then once per so much time. A try is taken
 * before it is made and given back when it did not fail, so that many at once count too. What is remembered is bounded,
 * in memory and of this instance alone. Thread-safe.
 */
public final class Tries {
    private static final int MAX_NAMES = 100_000;
    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private final Duration each;
    private final Duration burst;
    private final Clock clock;
    /** When all that was taken under a name is forgotten. */
    private final ConcurrentMap<String, Instant> paidOff;

    /**
     * @param atOnce how many tries may fail one right after the other, at least 1
     * @param each in how much time one more may
     */
    public Tries(int atOnce, Duration each, Clock clock) {
        this.each = each;
        this.burst = each.multipliedBy(atOnce - 1L);
        this.clock = clock;
        this.paidOff = Caffeine.newBuilder()
                .maximumSize(MAX_NAMES)
                .expireAfterWrite(each.multipliedBy(atOnce))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .<String, Instant>build()
                .asMap();
    }

    /** @throws RefusedException TOO_MANY_REQUESTS when there is none left for now; then none is taken */
    public void take(String name) {
        Instant now = clock.instant();
        paidOff.compute(name, (same, until) -> {
            Instant from = until == null || until.isBefore(now) ? now : until;
            Duration early = Duration.between(now.plus(burst), from);
            if (!early.isNegative() && !early.isZero()) {
                throw RefusedException.tooMany(early);
            }
            return from.plus(each);
        });
    }

    /** What was tried did not fail. */
    public void giveBack(String name) {
        paidOff.computeIfPresent(name, (same, until) -> until.minus(each));
    }

    /** Whom a request comes from: an address, or the network of one when it is an IPv6 address. */
    public static String from(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return network(remote == null ? null : remote.getAddress());
    }

    static String network(@Nullable InetAddress address) {
        if (address == null) {
            return "unknown";
        }
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes.length == IPV6_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
