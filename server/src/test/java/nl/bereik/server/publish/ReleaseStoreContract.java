package nl.bereik.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.disclosure.Disclosure;
import nl.bereik.server.disclosure.DisclosureRules;
import nl.bereik.server.disclosure.ExactTable;
import nl.bereik.server.disclosure.Prepared;
import nl.bereik.server.disclosure.Release;
import nl.bereik.server.disclosure.Span;
import nl.bereik.server.disclosure.Subject;
import org.junit.jupiter.api.Test;

/** What every {@link ReleaseStore} must do. */
abstract class ReleaseStoreContract {
    private static final Instant AT = Instant.parse("2025-07-14T08:00:00Z");

    abstract ReleaseStore store();

    @Test
    void aReleaseComesBackWholeWithWhatIsNeverShown() {
        StoredRelease first = release(1, "a1");
        assertThat(first.release().underThreshold()).isNotEmpty();
        assertThat(store().add(first).block()).isTrue();

        StoredRelease read = Objects.requireNonNull(store().all().blockFirst());

        assertThat(read).isEqualTo(first);
        assertThat(List.copyOf(read.release().tables().get(0).cells().entrySet()))
                .isEqualTo(List.copyOf(first.release().tables().get(0).cells().entrySet()));
    }

    @Test
    void aNumberIsGivenOnceAndTheyComeByNumber() {
        assertThat(store().all().collectList().block()).isEmpty();
        assertThat(store().add(release(2, "b")).block()).isTrue();
        assertThat(store().add(release(1, "a")).block()).isTrue();
        assertThat(store().add(release(2, "c")).block()).isFalse();

        assertThat(store().all().map(each -> each.release().id()).collectList().block())
                .containsExactly("a", "b");
    }

    private static StoredRelease release(int number, String id) {
        Map<String, Long> channels = new LinkedHashMap<>();
        channels.put("ZONE", 60L);
        channels.put("ONLINE", 0L);
        channels.put("STREET", 40L);
        channels.put("PHONE", 3L);
        Span span = Span.half(2025, 1);
        ExactTable byChannel =
                ExactTable.adding("contacts-by-channel", Subject.events("contacts"), span, "channel", channels);
        ExactTable people = ExactTable.single("people", Subject.people("people"), span, 12);
        Prepared prepared =
                new Disclosure(DisclosureRules.DEFAULT, List.of()).prepare(id, List.of(byChannel, people), List.of());
        Release release = ((Prepared.Releasable) prepared).release();
        return new StoredRelease(number, ReportingPeriod.parse("2025S1"), "anna", AT, 3, release);
    }
}
