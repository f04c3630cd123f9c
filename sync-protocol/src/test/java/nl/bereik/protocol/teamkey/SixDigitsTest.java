package nl.bereik.protocol.teamkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The expected digits were computed by another program from the description in decision 0011. */
class SixDigitsTest {
    private static final String PHONE = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";
    private static final SealKey KEY = new SealKey("hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo");
    private static final SealKey KEEPER = new SealKey("3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08");
    private static final Handover HANDOVER = new Handover("team", PHONE, KEY, KEEPER);

    @Test
    void knownAnswers() {
        assertThat(SixDigits.ofPhone(PHONE, KEY)).isEqualTo(new SixDigits("202083"));
        assertThat(SixDigits.ofPhone(PHONE, null)).isEqualTo(new SixDigits("846839"));
        assertThat(HANDOVER.digits("first", "second")).isEqualTo(new SixDigits("256657"));
        assertThat(HANDOVER.commitment("first")).isEqualTo("GkULYWzK_1plGczKOXY35qWz-AoiSdnXAPvB6KTcGN4");
    }

    @Test
    void eachPartCounts() {
        Set<SixDigits> seen = new HashSet<>();
        seen.add(HANDOVER.digits("first", "second"));
        seen.add(HANDOVER.digits("first", "other"));
        seen.add(HANDOVER.digits("other", "second"));
        seen.add(HANDOVER.digits("firsts", "econd"));
        seen.add(new Handover("other", PHONE, KEY, KEEPER).digits("first", "second"));
        seen.add(new Handover("team", "other", KEY, KEEPER).digits("first", "second"));
        seen.add(new Handover("team", PHONE, KEEPER, KEEPER).digits("first", "second"));
        seen.add(new Handover("team", PHONE, KEY, KEY).digits("first", "second"));
        assertThat(seen).hasSize(8);
    }

    @Test
    void areShownInTwoGroupsAndReadWithAnySpaces() {
        SixDigits digits = new SixDigits("012345");
        assertThat(digits.display()).isEqualTo("012 345");
        assertThat(SixDigits.parse(" 0 12345 ")).isEqualTo(digits);
        for (String wrong : new String[] {"", "12345", "1234567", "12345a", "١٢٣٤٥٦"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> SixDigits.parse(wrong));
        }
    }

    @Test
    void areSpreadOverAllThereAre() {
        Random random = new Random(5);
        int[] first = new int[10];
        for (int i = 0; i < 20_000; i++) {
            first[HANDOVER.digits(Handover.nonce(random), "second").text().charAt(0) - '0']++;
        }
        for (int count : first) {
            assertThat(count).isBetween(1_800, 2_200);
        }
    }

    @Test
    void aSealingKeyIsWrittenInOneWay() {
        assertThat(SealKey.of(KEY.bytes())).isEqualTo(KEY);
        String padded = Base64.getUrlEncoder().encodeToString(KEY.bytes());
        // The last character holds two bits that belong to no byte.
        String otherBits = KEY.text().substring(0, 42) + 'p';
        for (String wrong : new String[] {"", "AAAA", padded, otherBits, "*".repeat(43)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new SealKey(wrong));
        }
    }
}
