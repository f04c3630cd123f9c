package nl.bereik.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What leaks is found, in whatever form. */
class CanariesTest {
    private final Canaries canaries = new Canaries();

    @Test
    void textIsFoundHoweverItIsWritten() {
        String leaked = canaries.make("leak", "there");
        for (String form : List.of(
                leaked,
                "x=" + leaked + "&",
                leaked.toUpperCase(Locale.ROOT),
                HexFormat.of().formatHex(Pieces.bytes(leaked)),
                Pieces.base64(leaked),
                Pieces.base64("1" + leaked + "2"),
                Pieces.base64("12" + leaked + "{}"),
                Pieces.base64("123" + leaked + "}}}"))) {
            assertThat(canaries.astray(Map.of("log", form))).as(form).isEqualTo(Map.of("log", Set.of("leak")));
            assertThat(canaries.astray(Map.of("there", form))).isEmpty();
            assertThat(canaries.unseen(Map.of("there", form))).isEmpty();
        }
        assertThat(canaries.astray(Map.of("log", "nothing"))).isEmpty();
        assertThat(canaries.unseen(Map.of("log", leaked))).containsExactly("leak");
    }

    @Test
    void bytesAreFoundHoweverTheyAreWritten() {
        byte[] key = HexFormat.of().parseHex("fbeffe00112233445566778899aabbcc");
        canaries.keep("key", key);
        for (String form : List.of(
                "FBEFFE00112233445566778899AABBCC",
                "key=fbeffe00112233445566778899aabbcc",
                Base64.getEncoder().encodeToString(key),
                Base64.getUrlEncoder().encodeToString(key))) {
            assertThat(canaries.astray(Map.of("log", form))).as(form).isNotEmpty();
        }
    }
}
