package nl.bereik.server;

import static nl.bereik.server.ContactSamples.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.server.store.StoreHost;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** On the embedded store, whatever {@code bereik.test.mongo} says. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class KilledServerIT {
    private static final int KILLS = 3;
    private static final int BATCH = 20;

    @TempDir
    private Path data;

    private final TestPhone phone = new TestPhone();
    private final AtomicLong acknowledged = new AtomicLong();

    @Test
    void nothingAcknowledgedIsLostAndNothingCountsTwice() throws Exception {
        long seed = 20250314;
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServerProcess server = new ServerProcess(data)) {
                if (kill == 0) {
                    server.port();
                    server.enrol(phone);
                }
                long enough = acknowledged.get() + 200 + random.nextInt(300);
                CompletableFuture<Void> killed = new CompletableFuture<>();
                CompletableFuture<Void> reached = new CompletableFuture<>();
                Thread pusher = new Thread(() -> pushUntilGone(server, enough, reached, killed), "pusher");
                pusher.start();
                reached.get(60, TimeUnit.SECONDS);
                server.kill();
                killed.get(60, TimeUnit.SECONDS);
            }
            assertThat(stored()).as("seed %d, kill %d", seed, kill).contains(acknowledgedIds());
        }
        try (ServerProcess server = new ServerProcess(data)) {
            long most = acknowledged.get() + BATCH;
            assertThat(server.contacts("2025")).isBetween(acknowledged.get(), most);
            for (long from = 1; from <= most; from += BATCH) {
                PushReply reply = server.push(phone, items(from));
                boolean known = from + BATCH - 1 <= acknowledged.get();
                assertThat(reply.outcomes())
                        .extracting(ItemOutcome::verdict)
                        .allMatch(verdict -> known ? verdict == Verdict.DUPLICATE : verdict.held());
                assertThat(reply.custody().count()).isGreaterThanOrEqualTo(acknowledged.get());
            }
            assertThat(server.contacts("2025")).isEqualTo(most);
        }
    }

    @Test
    void dataStaysOverARestartAndASecondServerIsTurnedAway() throws Exception {
        try (ServerProcess server = new ServerProcess(data)) {
            server.port();
            server.enrol(phone);
            server.push(phone, items(1));
            try (ServerProcess second = new ServerProcess(data)) {
                assertThat(second.awaitExit()).isNotZero();
                assertThat(second.output())
                        .contains("is in use by another server")
                        .doesNotContain("Exception");
                assertThat(second.output().lines().count()).isEqualTo(1);
            }
            assertThat(server.stop()).as("stops on SIGTERM").isEqualTo(143);
        }
        try (ServerProcess server = new ServerProcess(data)) {
            assertThat(server.contacts("2025")).isEqualTo(BATCH);
            assertThat(server.push(phone, items(1)).outcomes())
                    .extracting(ItemOutcome::verdict)
                    .containsOnly(Verdict.DUPLICATE);
        }
    }

    private void pushUntilGone(
            ServerProcess server, long enough, CompletableFuture<Void> reached, CompletableFuture<Void> gone) {
        try {
            while (true) {
                PushReply reply = server.push(phone, items(acknowledged.get() + 1));
                if (reply.outcomes().stream()
                        .allMatch(outcome -> outcome.verdict().held())) {
                    acknowledged.addAndGet(BATCH);
                }
                if (acknowledged.get() >= enough) {
                    reached.complete(null);
                }
            }
        } catch (IOException e) {
            gone.complete(null);
        } catch (InterruptedException | RuntimeException e) {
            reached.completeExceptionally(e);
            gone.completeExceptionally(e);
        }
    }

    private static List<PushItem> items(long from) {
        return LongStream.range(from, from + BATCH).mapToObj(i -> item(i)).toList();
    }

    private String[] acknowledgedIds() {
        return LongStream.rangeClosed(1, acknowledged.get())
                .mapToObj(i -> item(i).opId().toString())
                .toArray(String[]::new);
    }

    private List<String> stored() {
        try (StoreHost host = StoreHost.open(null, data);
                var client = host.connect()) {
            return Flux.from(client.getDatabase(host.database())
                            .getCollection("contacts")
                            .find()
                            .projection(new Document("_id", 1)))
                    .map(found -> found.getString("_id"))
                    .collectList()
                    .blockOptional()
                    .orElseThrow();
        }
    }
}
