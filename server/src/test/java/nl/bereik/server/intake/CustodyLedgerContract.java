package nl.bereik.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every {@link CustodyLedger} must do. */
abstract class CustodyLedgerContract {
    private static final String PHONE = "phone";

    abstract CustodyLedger store();

    @Test
    void isEmptyAtFirst() {
        InstallLedger ledger = read(1L);
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.custody()).isEqualTo(Custody.NONE);
        assertThat(store().read(PHONE, List.of()).block()).isEqualTo(InstallLedger.EMPTY);
    }

    @Test
    void givesBackHeldAndRejectedEntries() {
        SortedMap<Long, LedgerEntry> entries = span(1, 2);
        entries.put(3L, new LedgerEntry(hash(3), List.of(new FieldProblem("on", FieldProblem.Reason.DATE_IN_FUTURE))));
        write(entries);
        write(entries);
        assertThat(read(1L).entries()).isEqualTo(entries);
        assertThat(read().custody()).isEqualTo(new Custody(3, List.of(), 2, hash(1).xor(hash(2))));
    }

    @Test
    void tellsHolesOverBlocks() {
        write(span(2, 2));
        write(span(600, 601));
        assertThat(read().custody().through()).isZero();
        assertThat(read().custody().holes()).containsExactly(new Custody.Hole(1, 1), new Custody.Hole(3, 599));
        assertThat(read(601L).openBlocks()).containsExactlyInAnyOrder(0L, 2L);
    }

    @Test
    void readsOtherInstallsNot() {
        write(span(1, 5));
        assertThat(store().read("other", List.of(1L)).block()).isEqualTo(InstallLedger.EMPTY);
    }

    @Test
    void custodyIsTheSameSealedAndNot() {
        write(span(1, 300));
        write(span(301, 700));
        InstallLedger before = read(1L);
        SealedCustody sum = before.sealable().orElseThrow();
        assertThat(sum.blocks()).isEqualTo(2);
        assertThat(store().seal(PHONE, before.sealed(), sum).block()).isTrue();
        assertThat(store().seal(PHONE, before.sealed(), sum).block()).isFalse();

        InstallLedger after = read(701L);
        assertThat(after.custody()).isEqualTo(before.custody());
        assertThat(after.sealed()).isEqualTo(sum);
        assertThat(after.openBlocks()).containsExactly(2L);
        assertThat(after.sealable()).isEmpty();
        assertThat(read(5L).entry(5)).as("a sealed entry is still found").isEqualTo(LedgerEntry.held(hash(5)));

        write(span(701, 768));
        InstallLedger next = read(768L);
        assertThat(store().seal(PHONE, next.sealed(), next.sealable().orElseThrow())
                        .block())
                .isTrue();
        assertThat(read().custody().count()).isEqualTo(768);
    }

    @Test
    void writersAtOnceLoseNothing() {
        InstallLedger known = read();
        Mono.when(LongStream.rangeClosed(1, 40)
                        .mapToObj(i -> store().write(PHONE, known, span(i * 10, i * 10 + 9)))
                        .toList())
                .block();
        assertThat(read().custody()).satisfies(custody -> {
            assertThat(custody.count()).isEqualTo(400);
            assertThat(custody.holes()).containsExactly(new Custody.Hole(1, 9));
        });
    }

    private InstallLedger read(Long... opSeqs) {
        return store().read(PHONE, List.of(opSeqs)).blockOptional().orElseThrow();
    }

    private void write(SortedMap<Long, LedgerEntry> entries) {
        store().write(PHONE, read(entries.firstKey()), entries).block();
    }

    private static SortedMap<Long, LedgerEntry> span(long from, long to) {
        SortedMap<Long, LedgerEntry> entries = new TreeMap<>();
        LongStream.rangeClosed(from, to).forEach(i -> entries.put(i, LedgerEntry.held(hash(i))));
        return entries;
    }

    private static ContentHash hash(long number) {
        return new ContentHash(number * 0x9E3779B97F4A7C15L, number);
    }
}
