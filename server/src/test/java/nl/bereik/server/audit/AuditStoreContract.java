package nl.bereik.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What every store of audit entries does, and what the trail on it comes to. */
abstract class AuditStoreContract {
    private static final Instant NOW = Instant.parse("2025-05-14T20:45:00.123Z");
    private static final int INSTANCES = 4;
    private static final int THREADS = 8;
    private static final int EACH = 25;

    abstract AuditStore store();

    @Test
    void beginsWithNothing() {
        assertThat(store().head().block()).isEqualTo(AuditHead.NONE);
        StepVerifier.create(store().find(1)).verifyComplete();
        StepVerifier.create(store().between(1, 10)).verifyComplete();
    }

    @Test
    void keepsAnEntryOnceByItsNumber() {
        AuditEntry entry = AuditEntry.after(AuditHead.NONE, NOW, "anna", AuditAct.PHONE_REVOKED, "phone-1");
        AuditEntry other = AuditEntry.after(AuditHead.NONE, NOW, "bea", AuditAct.FIGURES_READ, "2025S1");

        assertThat(store().insert(entry).block()).isTrue();
        assertThat(store().insert(other).block()).isFalse();

        assertThat(store().find(1).block()).isEqualTo(entry);
        assertThat(entry.hashAfter(AuditHead.NONE.hash())).isEqualTo(entry.hash());
    }

    @Test
    void readsInOrderAcrossItsOwnPages() {
        AuditHead head = AuditHead.NONE;
        for (int i = 0; i < 1100; i++) {
            AuditEntry entry = AuditEntry.after(head, NOW, "anna", AuditAct.CODE_ISSUED, "");
            store().insert(entry).block();
            head = entry.head();
        }

        assertThat(store().between(2, 1099)
                        .map(AuditEntry::number)
                        .collectList()
                        .block())
                .hasSize(1098)
                .isSorted()
                .startsWith(2L)
                .endsWith(1099L);
    }

    @Test
    void headOnlyAdvances() {
        AuditHead third = new AuditHead(3, "3".repeat(64));
        store().advance(AuditHead.NONE).block();
        store().head().block();
        store().advance(third).block();
        store().advance(new AuditHead(2, "2".repeat(64))).block();

        assertThat(store().head().block()).isEqualTo(third);
    }

    @Test
    void manyThatAppendAtOnceMakeOneChainWithoutGaps() {
        List<AuditTrail> instances = Flux.range(0, INSTANCES)
                .<AuditTrail>map(i -> new ChainedAuditTrail(store(), Clock.fixed(NOW, ZoneOffset.UTC), new Random(i)))
                .collectList()
                .blockOptional()
                .orElseThrow();

        Flux.range(0, THREADS)
                .parallel(THREADS)
                .runOn(Schedulers.boundedElastic())
                .flatMap(thread -> Flux.range(0, EACH).concatMap(i -> instances
                        .get(thread % INSTANCES)
                        .note("account-" + thread, AuditAct.PHONE_REVOKED, thread + "/" + i)))
                .sequential()
                .blockLast();

        List<AuditEntry> chain =
                store().between(1, THREADS * EACH + 10).collectList().block();
        assertThat(chain).hasSize(THREADS * EACH);
        String before = AuditHead.NONE.hash();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < chain.size(); i++) {
            AuditEntry entry = chain.get(i);
            assertThat(entry.number()).isEqualTo(i + 1);
            assertThat(entry.hash()).isEqualTo(entry.hashAfter(before));
            before = entry.hash();
            ids.add(entry.id());
        }
        assertThat(ids).hasSize(THREADS * EACH);
        assertThat(store().head().block()).isEqualTo(chain.get(chain.size() - 1).head());
    }

    @Test
    void readingIsNotedOnceAMinuteAndChangingEveryTime() {
        AuditTrail trail = new ChainedAuditTrail(store(), Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

        Flux.range(0, 5)
                .flatMap(i -> trail.note("anna", AuditAct.FIGURES_READ, "2025S1"))
                .blockLast();
        trail.note("anna", AuditAct.FIGURES_READ, "2025S2").block();
        trail.note("bea", AuditAct.FIGURES_READ, "2025S1").block();
        trail.note("anna", AuditAct.CODE_ISSUED, "").block();
        trail.note("anna", AuditAct.CODE_ISSUED, "").block();

        assertThat(store().between(1, 100).collectList().block()).hasSize(5);
    }
}
