package nl.bereik.mobile.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.journal.Recovery.Finding;
import org.junit.jupiter.api.Test;

class JournalFaultTest {
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private final Random random = new Random(4);
    private final MemoryDisk disk = new MemoryDisk();

    @Test
    void whatWasAppendedIsThereAfterACrash() {
        open(disk).journal().append(List.of(entry(0), entry(1)));
        Journal.Opened again = open(disk.crashed());
        assertThat(texts(again)).containsExactly("entry 0", "entry 1");
        assertThat(again.recovery()).isEqualTo(new Recovery(Finding.WHOLE, 2, 0));
        again.journal().append(List.of(entry(2)));
    }

    @Test
    void cutAnywhereTheLongestWholePrefixIsRecoveredAndGrowsOn() {
        byte[] whole = journalOf(5);
        int recoveredBefore = 0;
        for (int cut = 0; cut <= whole.length; cut++) {
            MemoryDisk torn = new MemoryDisk();
            torn.plant(Journal.FILE, Arrays.copyOf(whole, cut));
            Journal.Opened opened = open(torn);
            int recovered = opened.entries().size();
            assertThat(texts(opened)).isEqualTo(expected(recovered));
            assertThat(recovered).isBetween(recoveredBefore, recoveredBefore + 1);
            assertThat(opened.recovery().finding()).isNotEqualTo(Finding.DAMAGED);
            recoveredBefore = recovered;
            opened.journal().append(List.of(entry(recovered)));
            assertThat(texts(open(torn))).isEqualTo(expected(recovered + 1));
        }
        assertThat(recoveredBefore).isEqualTo(5);
    }

    @Test
    void anyFlippedBitIsNoticedAndWhatStoodBeforeItIsKept() {
        byte[] whole = journalOf(4);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << random.nextInt(7));
            MemoryDisk tampered = new MemoryDisk();
            tampered.plant(Journal.FILE, changed);
            if (at < 8 && changed[7] > whole[7] && at == 7) {
                assertThatThrownBy(() -> open(tampered)).isInstanceOf(JournalException.class);
                continue;
            }
            Journal.Opened opened = open(tampered);
            assertThat(opened.recovery().finding()).as("byte %d", at).isNotEqualTo(Finding.WHOLE);
            assertThat(texts(opened)).isEqualTo(expected(opened.entries().size()));
            assertThat(opened.entries().size()).isLessThan(4);
            if (opened.recovery().finding() == Finding.DAMAGED) {
                assertThat(tampered.files().entrySet())
                        .anyMatch(file -> file.getKey().startsWith(Journal.KEPT_ASIDE)
                                && Arrays.equals(file.getValue(), changed));
            }
        }
    }

    @Test
    void entriesCannotBeSwappedLeftOutOrCopiedFromAnotherJournal() {
        byte[] whole = journalOf(3);
        int size = (whole.length - 24) / 3;
        byte[] swapped = whole.clone();
        System.arraycopy(whole, 24, swapped, 24 + size, size);
        System.arraycopy(whole, 24 + size, swapped, 24, size);
        assertThat(recovered(swapped)).isZero();

        byte[] without = new byte[whole.length - size];
        System.arraycopy(whole, 0, without, 0, 24);
        System.arraycopy(whole, 24 + size, without, 24, whole.length - 24 - size);
        assertThat(recovered(without)).isZero();

        byte[] foreign = journalOf(3);
        System.arraycopy(whole, 0, foreign, 0, 24);
        assertThat(recovered(foreign)).isZero();
    }

    @Test
    void aFullDiskLosesNothingThatWasSaved() {
        Journal.Opened opened = open(disk);
        opened.journal().append(List.of(entry(0)));
        long size = disk.content(Journal.FILE).length;
        for (int room = 0; room < size - 24; room++) {
            disk.leaveRoom(room);
            assertThatThrownBy(() -> opened.journal().append(List.of(entry(1))))
                    .isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.reason())
                            .isEqualTo(JournalException.Reason.DISK_FULL));
            assertThat(texts(open(disk.crashed()))).containsExactly("entry 0");
        }
        disk.leaveRoom(Long.MAX_VALUE);
        opened.journal().append(List.of(entry(1)));
        assertThat(texts(open(disk.crashed()))).containsExactly("entry 0", "entry 1");
    }

    @Test
    void rewritingKeepsJustWhatWasAskedAndIsAllOrNothing() {
        Journal.Opened opened = open(disk);
        opened.journal().append(List.of(entry(0), entry(1), entry(2)));
        disk.leaveRoom(10);
        assertThatThrownBy(() -> opened.journal().rewrite(List.of(entry(2)))).isInstanceOf(JournalException.class);
        assertThat(texts(open(disk.crashed()))).containsExactly("entry 0", "entry 1", "entry 2");
        disk.leaveRoom(Long.MAX_VALUE);
        opened.journal().rewrite(List.of(entry(2)));
        opened.journal().append(List.of(entry(3)));
        assertThat(texts(open(disk.crashed()))).containsExactly("entry 2", "entry 3");
    }

    @Test
    void anotherKeyOpensNothing() {
        open(disk).journal().append(List.of(entry(0)));
        byte[] other = new byte[32];
        other[0] = 1;
        Journal.Opened opened = Journal.open(disk.crashed(), new SecretKeySpec(other, "AES"), random);
        assertThat(opened.entries()).isEmpty();
        assertThat(opened.recovery().finding()).isEqualTo(Finding.DAMAGED);
    }

    @Test
    void nothingReadableStandsInTheFile() {
        open(disk).journal().append(List.of("geheim woord".getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(disk.content(Journal.FILE), StandardCharsets.ISO_8859_1))
                .doesNotContain("geheim");
    }

    private int recovered(byte[] bytes) {
        MemoryDisk planted = new MemoryDisk();
        planted.plant(Journal.FILE, bytes);
        Journal.Opened opened = open(planted);
        assertThat(opened.recovery().finding()).isEqualTo(Finding.DAMAGED);
        return opened.entries().size();
    }

    private byte[] journalOf(int entries) {
        MemoryDisk fresh = new MemoryDisk();
        open(fresh)
                .journal()
                .append(IntStream.range(0, entries)
                        .mapToObj(JournalFaultTest::entry)
                        .toList());
        return fresh.content(Journal.FILE);
    }

    private Journal.Opened open(MemoryDisk on) {
        return Journal.open(on, KEY, random);
    }

    private static byte[] entry(int number) {
        return ("entry " + number).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> expected(int count) {
        return IntStream.range(0, count).mapToObj(number -> "entry " + number).toList();
    }

    private static List<String> texts(Journal.Opened opened) {
        List<String> texts = new ArrayList<>();
        opened.entries().forEach(entry -> texts.add(new String(entry, StandardCharsets.UTF_8)));
        return texts;
    }
}
