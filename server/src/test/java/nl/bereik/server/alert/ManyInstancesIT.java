package nl.bereik.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.StoredProfiles;
import nl.bereik.server.need.NeedHouse;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.need.StoredNeeds;
import nl.bereik.server.push.StandInFcm;
import nl.bereik.server.store.EmbeddedStore;
import nl.bereik.server.store.StoreHost;
import nl.bereik.server.store.StoreIndexSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;

/**
 * Three instances over one store, each a process, of which one is killed every ten seconds and another started, while
 * many needs are raised at once. {@code -Dbereik.alerts.needs} says how many.
 */
final class ManyInstancesIT {
    private static final int NEEDS = Integer.getInteger("bereik.alerts.needs", 400);
    private static final Duration BETWEEN_KILLS =
            Duration.ofSeconds(Integer.getInteger("bereik.alerts.secondsBetweenKills", 6));
    private static final int INSTANCES = 3;
    private static final int BATCH = 100;

    private final List<Process> instances = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void everyNeedIsAlertedOnceWhateverIsKilled() throws IOException, InterruptedException {
        try (EmbeddedStore store = EmbeddedStore.open(folder.resolve("data"));
                StandInFcm fcm = new StandInFcm();
                MongoClient client =
                        StoreHost.open(store.uri(), folder.resolve("data")).connect()) {
            ReactiveMongoTemplate template = new ReactiveMongoTemplate(client, "bereik");
            StoreIndexSetup.on(template);
            Path credentials = fcm.credentials(folder);
            AlertingInstance.CASE_MANAGERS.forEach(name -> StoredProfiles.over(template)
                    .put(new CareProfile(
                            name,
                            "GGD",
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            CareProfile.MAX_CASELOAD,
                            1,
                            List.of(),
                            List.of()))
                    .block());
            try {
                for (int i = 0; i < INSTANCES; i++) {
                    instances.add(instance(store.uri(), fcm.port(), credentials));
                }
                raise(template);
                int kills = watch(template, fcm, () -> instance(store.uri(), fcm.port(), credentials));
                List<StoredNeed> needs = Objects.requireNonNull(StoredNeeds.over(template)
                        .open(List.of(NeedHouse.TEAM))
                        .collectList()
                        .block());
                told(needs, fcm.received(), kills);
            } finally {
                instances.forEach(Process::destroyForcibly);
            }
        }
    }

    private interface Start {
        Process instance() throws IOException;
    }

    private static void raise(ReactiveMongoTemplate template) {
        Instant now = Instant.now();
        Flux.fromStream(LongStream.range(0, NEEDS).boxed())
                .map(number -> NeedHouse.raised(number, Urgency.NOW, now))
                .buffer(BATCH)
                .concatMap(some -> StoredNeeds.over(template).insert(some))
                .blockLast();
    }

    /** Kills one now and then until nothing is left to do; answers how many. */
    private int watch(ReactiveMongoTemplate template, StandInFcm fcm, Start start)
            throws IOException, InterruptedException {
        int kills = 0;
        Instant next = Instant.now().plus(BETWEEN_KILLS);
        while (!done(template, fcm)) {
            assertThat(instances).as("they run").allMatch(Process::isAlive);
            if (Instant.now().isAfter(next)) {
                Process killed = instances.remove(0);
                killed.destroyForcibly().waitFor();
                instances.add(start.instance());
                kills++;
                next = Instant.now().plus(BETWEEN_KILLS);
            }
            Thread.sleep(500);
        }
        return kills;
    }

    /** Whether a push has come for each, and all that is known of them is settled. */
    private static boolean done(ReactiveMongoTemplate template, StandInFcm fcm) {
        return fcm.received().size() >= NEEDS
                && Objects.requireNonNull(template.getCollection("needs")
                                .flatMapMany(needs -> needs.find(Filters.eq("alerting", true))
                                        .projection(Projections.include("_id"))
                                        .limit(1))
                                .count()
                                .block())
                        == 0;
    }

    private static void told(List<StoredNeed> needs, List<StandInFcm.Received> received, int kills) {
        assertThat(needs).hasSize(NEEDS).allSatisfy(need -> assertThat(need.history())
                .hasSize(1));
        Map<String, Integer> pushes = new HashMap<>();
        Set<String> keys = Set.of("id", "title", "body", "silent");
        for (StandInFcm.Received push : received) {
            JsonObject data = push.json().object("message").object("data");
            assertThat(data.members().keySet()).isEqualTo(keys);
            pushes.merge(data.text("id"), 1, Integer::sum);
        }
        long again = pushes.values().stream().mapToLong(count -> count - 1).sum();
        System.out.println("alerts: " + NEEDS + " needs, " + INSTANCES + " instances, " + kills + " killed, "
                + pushes.size() + " pushes, " + again + " of them sent again under the same id");
        assertThat(pushes).as("one push for each need").hasSize(NEEDS);
        assertThat(again)
                .as("only what was under way at a kill")
                .isLessThanOrEqualTo((long) kills * DispatchLoop.TURNS * Dispatcher.AT_ONCE);
        if (NEEDS >= 10_000) {
            assertThat(kills).as("a run without kills shows nothing").isPositive();
        }
    }

    private Process instance(String store, int fcm, Path credentials) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx192m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AlertingInstance.class.getName(),
                        store,
                        Integer.toString(fcm),
                        credentials.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("instances.out").toFile()))
                .start();
    }
}
