package nl.bereik.server;

import static nl.bereik.server.TestPhone.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.SyncPaths;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/**
 * A phone of the very first version, which signs attached proofs, pulls reference data by itself and knows nothing of
 * state, lists and renewal; and one from the future. What the first sends is read from the files of version 1.
 */
final class OldPhoneSliceTest extends SyncSlice {
    private static final Path GOLDEN = Path.of("..", "sync-protocol", "src", "test", "resources", "golden", "v1");

    private Duration moved = Duration.ZERO;

    @BeforeEach
    void inItsTime() {
        moved = Duration.between(time.instant(), Instant.parse("2026-11-22T03:00:00Z"));
        time.move(moved);
    }

    @AfterEach
    void back() {
        time.move(moved.negated());
    }

    @Test
    void theFirstVersionPushesAndPullsForEver() throws IOException {
        byte[] batch = gzip(Files.readAllBytes(GOLDEN.resolve("push-batch.json")));
        JsonObject reply = Json.readObject(ok(send(phone, HttpMethod.POST, SyncPaths.PUSH, batch, "gzip")));
        assertThat(reply.members().keySet()).contains("serverTime", "outcomes", "custody");
        assertThat(reply.list("outcomes", JsonObject.class))
                .extracting(outcome -> outcome.text("outcome"))
                .containsExactly("ACCEPTED", "QUARANTINED");
        assertThat(reply.object("custody").number("through")).isEqualTo(2);
        assertThat(reply.object("custody").number("count")).isEqualTo(2);
        assertThat(reply.object("custody").text("xor")).hasSize(32);
        assertThat(reply.object("custody").list("holes", List.class)).isEmpty();

        JsonObject again = Json.readObject(ok(send(phone, HttpMethod.POST, SyncPaths.PUSH, batch, "gzip")));
        assertThat(again.list("outcomes", JsonObject.class))
                .extracting(outcome -> outcome.text("outcome"))
                .containsExactly("DUPLICATE", "QUARANTINED");
        assertThat(ok(send(phone, HttpMethod.GET, "/sync/v1/reference", new byte[0], null)))
                .isEqualTo(ReferenceData.gelderlandZuid().json().bytes());
    }

    @Test
    void aVersionOfTheFutureLosesNothingHere() throws IOException {
        JsonObject item = Json.readObject(Files.readAllBytes(GOLDEN.resolve("push-batch.json")))
                .list("items", JsonObject.class)
                .get(0);
        JsonObject withNewField = with(
                with(item, "opId", "0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e28"),
                "body",
                with(item.object("body"), "mood", "calm"));
        JsonObject withNewCode = with(
                with(item, "opId", "0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e29"),
                "body",
                with(item.object("body"), "channel", "TRAIN"));
        JsonObject newSchema = with(with(item, "opId", "0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e30"), "schema", 3L);
        JsonObject numbered = with(withNewCode, "opSeq", 2L);
        JsonObject third = with(newSchema, "opSeq", 3L);
        byte[] batch = JsonObject.of(Map.of("items", List.of(withNewField, numbered, third), "version", 3L))
                .bytes();
        JsonObject reply = Json.readObject(ok(push(batch)));
        assertThat(reply.list("outcomes", JsonObject.class))
                .extracting(outcome -> outcome.text("outcome"))
                .containsExactly("ACCEPTED", "QUARANTINED", "QUARANTINED");
        assertThat(reply.object("custody").number("count")).as("all are held").isEqualTo(3);
    }

    private static JsonObject with(JsonObject json, String member, Object value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(json.members());
        members.put(member, value);
        return JsonObject.of(members);
    }
}
