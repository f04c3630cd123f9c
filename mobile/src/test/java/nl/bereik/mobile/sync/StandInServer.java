package nl.bereik.mobile.sync;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.RenewRequest;
import nl.bereik.protocol.push.PushTokenPost;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateDigest;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.state.StateRequest;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.CustodyPage;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;

/** A server as a phone sees it: takes what it is sent, and misbehaves on request. */
final class StandInServer implements Transport {
    final Map<UUID, PushItem> held = new LinkedHashMap<>();
    final Set<UUID> ever = new LinkedHashSet<>();
    final List<Integer> batchSizes = new ArrayList<>();
    final List<WireRequest> requests = new ArrayList<>();
    final List<PushTokenPost> tokens = new ArrayList<>();
    final Deque<Trick> tricks = new ArrayDeque<>();
    List<StateRecord> state = List.of(ReferenceData.gelderlandZuid().record());
    int atMost = 100;

    /** What happens to one request instead of the usual. */
    interface Trick {
        WireReply play(WireRequest request, StandInServer server) throws NoReplyException;
    }

    static Trick noCoverage() {
        return (request, server) -> {
            throw new NoReplyException(false, new IOException("no route"));
        };
    }

    static Trick replyLost() {
        return (request, server) -> {
            server.serve(request);
            throw new NoReplyException(true, new IOException("timed out"));
        };
    }

    static Trick refuse(Refusal.Reason reason, Map<String, String> headers) {
        return (request, server) -> server.refusal(reason, headers);
    }

    static Trick answer(int status, String body) {
        return (request, server) -> new WireReply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public WireReply exchange(WireRequest request) throws NoReplyException {
        requests.add(request);
        return tricks.isEmpty() ? serve(request) : tricks.pop().play(request, this);
    }

    WireReply serve(WireRequest request) {
        return switch (request.path()) {
            case SyncPaths.PUSH -> push(request);
            case SyncPaths.STATE -> state(request);
            case SyncPaths.PUSH_TOKEN -> {
                tokens.add(PushTokenPost.decode(plain(request)));
                yield new WireReply(204, Map.of(), new byte[0]);
            }
            case SyncPaths.RENEW ->
                new WireReply(200, Map.of(), new EnrolReply(renewedKey(request), "team", PhoneSamples.NOW).encode());
            case SyncPaths.ENROL ->
                new WireReply(
                        200, Map.of(), new EnrolReply(ProofReader.kid(request), "team", PhoneSamples.NOW).encode());
            default ->
                request.path().startsWith(SyncPaths.CUSTODY)
                        ? new WireReply(200, Map.of(), page(request).encode())
                        : refusal(Refusal.Reason.NOT_FOUND, Map.of());
        };
    }

    private WireReply state(WireRequest request) {
        Map<String, String> headers = Map.of(Custody.HEADER, custody().toHeader());
        if (request.method().equals("POST")) {
            Map<String, String> known = StateRequest.decode(plain(request)).known();
            return new WireReply(
                    200, headers, StateReply.difference(known, state).encode());
        }
        boolean same = StateDigest.etag(StateReply.revs(state))
                .equals(request.headers().get("If-None-Match"));
        return new WireReply(same ? 304 : 204, headers, new byte[0]);
    }

    private CustodyPage page(WireRequest request) {
        long from = Long.parseLong(request.path().substring(request.path().indexOf('=') + 1));
        return new CustodyPage(
                held.values().stream()
                        .filter(item -> item.opSeq() >= from)
                        .map(item -> new CustodyPage.Held(item.opSeq(), ContentHash.of(item)))
                        .toList(),
                null);
    }

    private String renewedKey(WireRequest request) {
        held.clear();
        try {
            return ECKey.parse(RenewRequest.decode(plain(request)).publicKey().text())
                    .computeThumbprint()
                    .toString();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private WireReply push(WireRequest request) {
        List<PushItem> items = PushBatch.decode(plain(request)).stream()
                .map(element -> element.item().orElseThrow())
                .toList();
        batchSizes.add(items.size());
        if (items.size() > atMost) {
            return refusal(Refusal.Reason.BODY_TOO_LARGE, Map.of());
        }
        items.forEach(item -> ever.add(item.opId()));
        List<ItemOutcome> outcomes = items.stream()
                .map(item -> ItemOutcome.of(
                        item, held.putIfAbsent(item.opId(), item) == null ? Verdict.ACCEPTED : Verdict.DUPLICATE))
                .toList();
        return new WireReply(200, Map.of(), new PushReply(PhoneSamples.NOW, outcomes, custody()).encode());
    }

    Custody custody() {
        ContentHash xor = held.values().stream().map(ContentHash::of).reduce(ContentHash.NONE, ContentHash::xor);
        return new Custody(held.size(), List.of(), held.size(), xor);
    }

    WireReply refusal(Refusal.Reason reason, Map<String, String> headers) {
        Instant serverTime = PhoneSamples.NOW.plusSeconds(3600);
        return new WireReply(reason.status(), headers, new Refusal(reason, null, serverTime).encode());
    }

    static byte[] plain(WireRequest request) {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(request.body())).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(WireRequest request, String name) {
        return Objects.requireNonNull(request.headers().get(name));
    }
}
