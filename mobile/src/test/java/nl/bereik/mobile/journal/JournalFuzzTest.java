package nl.bereik.mobile.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.journal.JournalException.Reason;
import nl.bereik.mobile.journal.Recovery.Finding;
import org.junit.jupiter.api.Test;

/**
 * Journals that were changed in any way. {@code bereik.fuzz.journals} says how many, {@code bereik.fuzz.seed} from
 * which seed.
 */
class JournalFuzzTest {
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final int INPUTS = Integer.getInteger("bereik.fuzz.journals", 20_000);
    private static final long SEED = Long.getLong("bereik.fuzz.seed", 20_261_122);
    private static final int ENTRIES = 6;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void whateverStandsInTheFileAPrefixOfWhatWasWrittenIsReadAndItGoesOn() {
        byte[] whole = journal();
        int damaged = 0;
        int longest = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] changed = changed(whole);
            MemoryDisk disk = new MemoryDisk();
            disk.plant(Journal.FILE, changed);
            String what = "seed " + SEED + ", input " + i;
            try {
                Journal.Opened opened = Journal.open(disk, KEY, random);
                assertThat(texts(opened))
                        .as(what)
                        .isEqualTo(expected().subList(0, opened.entries().size()));
                if (!Arrays.equals(changed, whole) && opened.entries().size() == ENTRIES) {
                    assertThat(opened.recovery().finding()).as(what).isNotEqualTo(Finding.WHOLE);
                }
                damaged += opened.recovery().finding() == Finding.DAMAGED ? 1 : 0;
                longest = Math.max(longest, opened.entries().size());
                opened.journal().append(List.of("next".getBytes(StandardCharsets.UTF_8)));
                List<String> then = texts(Journal.open(disk.crashed(), KEY, random));
                assertThat(then)
                        .as(what)
                        .endsWith("next")
                        .hasSize(opened.entries().size() + 1);
            } catch (JournalException e) {
                assertThat(e.reason()).as(what).isEqualTo(Reason.NEWER_VERSION);
            }
        }
        assertThat(damaged).as("tampering that was named").isGreaterThan(INPUTS / 10);
        assertThat(longest).isEqualTo(ENTRIES);
    }

    private byte[] journal() {
        MemoryDisk disk = new MemoryDisk();
        Journal.open(disk, KEY, random)
                .journal()
                .append(expected().stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList());
        return disk.content(Journal.FILE);
    }

    private byte[] changed(byte[] whole) {
        byte[] bytes = whole;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        byte[] changed = bytes.clone();
        switch (random.nextInt(6)) {
            case 0 -> changed = Arrays.copyOf(bytes, at);
            case 1 -> changed = Arrays.copyOf(bytes, bytes.length + random.nextInt(300));
            case 2 -> {
                int to = at + random.nextInt(bytes.length - at + 1);
                changed = Arrays.copyOf(bytes, bytes.length + to - at);
                System.arraycopy(bytes, at, changed, bytes.length, to - at);
            }
            case 3 -> Arrays.fill(changed, at, at + random.nextInt(bytes.length - at + 1), (byte) random.nextInt());
            default -> {
                if (bytes.length > 0) {
                    changed[at] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return changed;
    }

    private static List<String> expected() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            texts.add("entry " + "x".repeat(i * 20));
        }
        return texts;
    }

    private static List<String> texts(Journal.Opened opened) {
        return opened.entries().stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .toList();
    }
}
