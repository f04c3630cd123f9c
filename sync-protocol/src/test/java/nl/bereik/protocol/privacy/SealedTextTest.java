package nl.bereik.protocol.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.Random;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTextTest {
    private static final String BYTES_64 = "A".repeat(86);

    @Test
    void survivesTheWay() {
        byte[] bytes = new byte[200];
        new Random(3).nextBytes(bytes);
        SealedText sealed = new SealedText(7, bytes);
        assertThat(SealedText.fromJson(Json.readObject(sealed.toJson().text()))).isEqualTo(sealed);
        assertThat(sealed.toJson().text())
                .isEqualTo("{\"epoch\":7,\"sealed\":\""
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"epoch\":1}",
                "{\"epoch\":0,\"sealed\":\"" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"epoch\":1,\"sealed\":\"a red scarf\"}",
                "{\"epoch\":1,\"sealed\":\"aRedScarfNearTheBridge\"}",
                "{\"epoch\":1,\"sealed\":7}",
                "{\"epoch\":\"1\",\"sealed\":\"AAAA\"}"
            })
    void refusesWhatIsNone(String json) {
        assertThatThrownBy(() -> SealedText.fromJson(Json.readObject(json)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasLimits() {
        assertThat(read(1, BYTES_64).sealed()).hasSize(64);
        assertThatThrownBy(() -> read(1, "A".repeat(84))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(0, BYTES_64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(1L << 31, BYTES_64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SealedText(1, new byte[SealedText.MAX_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameBytesHaveOneText() {
        assertThatThrownBy(() -> read(1, BYTES_64.substring(1) + "B")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(1, BYTES_64 + "==")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherMembersCouldHoldReadableText() {
        JsonObject json = JsonObject.of(Map.of("epoch", 1, "sealed", BYTES_64, "text", "a red scarf"));
        assertThatThrownBy(() -> SealedText.fromJson(Json.readObject(json.text())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsNothingOfItselfInLogs() {
        assertThat(read(3, BYTES_64)).hasToString("SealedText[epoch=3]");
    }

    private static SealedText read(long epoch, String sealed) {
        return SealedText.fromJson(Json.readObject("{\"epoch\":" + epoch + ",\"sealed\":\"" + sealed + "\"}"));
    }
}
