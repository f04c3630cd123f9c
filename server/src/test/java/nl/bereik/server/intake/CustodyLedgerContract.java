package nl.bereik.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every {@link CustodyLedger} must do. */
abstract class CustodyLedgerContract {
    private static final String PHONE = "phone";

    abstract CustodyLedger store();

    @Test
    void isEmptyAtFirst() {
        InstallLedger ledger = read(1L);
        assertThat(all(ledger)).isEmpty();
        assertThat(ledger.custody()).isEqualTo(Custody.NONE);
    }

    @Test
    void givesBackHeldAndRejectedEntries() {
        List<LedgerEntry> entries = new ArrayList<>(span(1, 2));
        FieldProblem why = new FieldProblem("on", FieldProblem.Reason.DATE_IN_FUTURE);
        entries.add(new LedgerEntry(3, hash(3), Verdict.REJECTED, List.of(why)));
        entries.add(new LedgerEntry(4, hash(4), Verdict.QUARANTINED, List.of(why)));
        entries.add(new LedgerEntry(5, hash(5), Verdict.CONFLICT, List.of(why)));
        write(entries);
        write(entries);
        assertThat(all(read(1L))).isEqualTo(entries);
        ContentHash held = hash(1).xor(hash(2)).xor(hash(4)).xor(hash(5));
        assertThat(read().custody()).isEqualTo(new Custody(5, List.of(), 4, held));
    }

    @Test
    void severalItemsStandAtOnePlaceBesideEachOther() {
        write(span(1, 3));
        write(List.of(entry(2, hash(20))));
        write(List.of(entry(2, hash(21))));
        InstallLedger ledger = read(1L);
        assertThat(ledger.sharing(2)).isEqualTo(3);
        assertThat(ledger.entry(2, hash(20))).isEqualTo(entry(2, hash(20)));
        assertThat(ledger.entry(2, hash(2))).isNotNull();
        assertThat(ledger.entry(2, hash(3))).isNull();
        assertThat(ledger.custody().through()).isEqualTo(3);
        assertThat(ledger.custody().count()).isEqualTo(5);
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
        assertThat(all(store().read("other", List.of(1L)).blockOptional().orElseThrow()))
                .isEmpty();
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
        assertThat(read(5L).entry(5, hash(5)))
                .as("a sealed entry is still found")
                .isEqualTo(entry(5, hash(5)));

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

    private void write(List<LedgerEntry> entries) {
        store().write(PHONE, read(entries.get(0).opSeq()), entries).block();
    }

    private static List<LedgerEntry> all(InstallLedger ledger) {
        return ledger.between(1, Long.MAX_VALUE);
    }

    private static List<LedgerEntry> span(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(i -> entry(i, hash(i))).toList();
    }

    private static LedgerEntry entry(long opSeq, ContentHash hash) {
        return new LedgerEntry(opSeq, hash, Verdict.ACCEPTED, List.of());
    }

    private static ContentHash hash(long number) {
        return new ContentHash(number * 0x9E3779B97F4A7C15L, number);
    }
}
