package nl.bereik.mobile.sync;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.enrolment.InstallKey;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.protocol.sync.RequestProof;

/** Makes requests with a fresh proof each, by the server's clock as far as it is known. */
final class SignedRequests {
    private static final int NONCE_BYTES = 12;

    private final URI server;
    private final InstallKey key;
    private final Clock clock;
    private final RandomGenerator random;
    private Duration serverAhead = Duration.ZERO;

    SignedRequests(URI server, InstallKey key, Clock clock, RandomGenerator random) {
        this.server = server;
        this.key = key;
        this.clock = clock;
        this.random = random;
    }

    static SignedRequests of(Enrolment.Install install, PhoneParts parts) {
        return new SignedRequests(install.server(), install.key(), parts.clock(), parts.random());
    }

    /** From now on proofs carry the server's time. The phone's own clock and what it logs stay as they are. */
    void followClock(Instant serverTime) {
        followClock(serverTime, clock.instant());
    }

    /** As {@link #followClock(Instant)}. @param told when that was, by the phone's own clock */
    void followClock(Instant serverTime, Instant told) {
        serverAhead = Duration.between(told, serverTime);
    }

    WireRequest get(String path, Map<String, String> headers) {
        return request("GET", path, headers, new byte[0]);
    }

    /** A POST of this JSON, compressed. */
    WireRequest post(String path, byte[] json) {
        return request(
                "POST", path, Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"), Gzip.pack(json));
    }

    private WireRequest request(String method, String path, Map<String, String> headers, byte[] body) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        RequestProof proof = new RequestProof(
                method,
                server.getRawPath() + path,
                RequestProof.hash(body),
                clock.instant().plus(serverAhead),
                Base64.getUrlEncoder().withoutPadding().encodeToString(nonce));
        Map<String, String> all = new HashMap<>(headers);
        all.put(RequestProof.HEADER, key.sign(proof));
        return new WireRequest(server, method, path, all, body);
    }
}
