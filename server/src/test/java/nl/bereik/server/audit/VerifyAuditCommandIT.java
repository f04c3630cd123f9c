package nl.bereik.server.audit;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import nl.bereik.server.store.StoreHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

class VerifyAuditCommandIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-05-14T20:45:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private String told = "";

    @Test
    void saysThatTheTrailIsWholeAndWhatToKeep() {
        fill(3, 0);
        assertThat(run()).isEqualTo(VerifyAuditCommand.WHOLE);
        assertThat(told).contains("whole: 3 entries", "--head=3:");

        String head = told.substring(told.indexOf("--head=")).strip();
        assertThat(run(head)).isEqualTo(VerifyAuditCommand.WHOLE);
        assertThat(run("--head=2:" + "0".repeat(64))).isEqualTo(VerifyAuditCommand.BROKEN);
        assertThat(told).contains("broken at entry 2");
    }

    @Test
    void saysWhereItIsBroken() {
        fill(5, 3);
        assertThat(run()).isEqualTo(VerifyAuditCommand.BROKEN);
        assertThat(told).contains("broken at entry 3: it was removed");
    }

    @Test
    void doesNotCheckWhatItCannotOpen() {
        fill(1, 0);
        try (StoreHost server = StoreHost.open(null, data)) {
            assertThat(server.isEmbedded()).isTrue();
            assertThat(run()).isEqualTo(VerifyAuditCommand.NOT_CHECKED);
            assertThat(told).contains("in use by another server");
        }
        assertThat(run("--head=nonsense")).isEqualTo(VerifyAuditCommand.NOT_CHECKED);
        Path nowhere = data.resolve("nowhere");
        data = nowhere;
        assertThat(run()).isEqualTo(VerifyAuditCommand.NOT_CHECKED);
        assertThat(nowhere).doesNotExist();
    }

    private int run(String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments = new String[more.length + 2];
        arguments[0] = VerifyAuditCommand.NAME;
        arguments[1] = "--bereik.data=" + data;
        System.arraycopy(more, 0, arguments, 2, more.length);
        int code = new VerifyAuditCommand(new PrintStream(out, true, StandardCharsets.UTF_8), CLOCK).run(arguments);
        told = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private void fill(int entries, long removed) {
        try (StoreHost host = StoreHost.open(null, data);
                var client = host.connect()) {
            var template = new ReactiveMongoTemplate(client, host.database());
            AuditTrail trail = new ChainedAuditTrail(new MongoAuditStore(template), CLOCK, new Random(1));
            for (int i = 0; i < entries; i++) {
                trail.note("anna", AuditAct.CODE_ISSUED, "").block();
            }
            template.getCollection("audit")
                    .flatMap(audit -> Mono.from(audit.deleteOne(eq(removed))))
                    .block();
        }
    }
}
