package nl.bereik.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void aNumberThatNothingCanHoldIsKeptAsText() {
        JsonObject json = Json.readObject("{\"n\":1e99999999999,\"m\":1e300,\"k\":-0.5}");
        assertThat(json.get("n")).isEqualTo("1e99999999999");
        assertThat(json.get("m")).isEqualTo(new BigDecimal("1e300"));
        assertThat(json.text()).contains("1e99999999999,");
    }

    @Test
    void nestedObjectKeepsTheExactTextItWasReadFrom() {
        String inner = "{ \"é\\u00e9\" : 1.50 , \"smile\":\"😀\",\"list\":[ 1,{} ] }";
        JsonObject outer = Json.readObject(" {\"first\":\"ü\", \"inner\" : " + inner + " } ");
        assertThat(outer.object("inner").text()).isEqualTo(inner);
        assertThat(outer.object("inner").bytes()).isEqualTo(inner.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rereadingWhatWasWrittenGivesEqualMembers() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("text", "a\"b\\c\né😀");
        members.put("whole", 12L);
        members.put("huge", new BigInteger("123456789012345678901234567890"));
        members.put("decimal", new BigDecimal("1.50"));
        members.put("flag", true);
        members.put("none", null);
        members.put("list", Arrays.asList(1L, "x", null, JsonObject.of(Map.of("y", 2L))));
        JsonObject written = JsonObject.of(members);
        assertThat(Json.readObject(written.text())).isEqualTo(written);
        assertThat(Json.readObject(written.text()).members()).isEqualTo(members);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "[]",
                "\"x\"",
                "null",
                "{",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} x",
                "{\"a\":1}{}",
                "{'a':1}",
                "{\"a\":tru}",
                "{\"a\" 1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\ud800",
                "{a:1}",
                "{\"a\":1}\u0000"
            })
    void refusesWhatIsNotOneWholeObject(String text) {
        assertThatThrownBy(() -> Json.readObject(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void refusesDepthThatCouldExhaustTheStack() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThatThrownBy(() -> Json.readObject(deep)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void refusesOtherEncodings() {
        String text = "{\"a\":\"é\"}";
        for (var charset : List.of(
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16,
                StandardCharsets.ISO_8859_1)) {
            assertThatThrownBy(() -> Json.readObject(text.getBytes(charset)))
                    .as(charset.name())
                    .isInstanceOf(MalformedJsonException.class);
        }
    }

    @Test
    void messagesNeverQuoteTheText() {
        assertThatThrownBy(() -> Json.readObject("{\"note\": geheim }"))
                .hasMessageNotContaining("geheim")
                .hasNoCause();
        assertThat(Json.readObject("{\"note\":\"geheim\"}").toString()).doesNotContain("geheim");
    }

    @Test
    void memberOfAnotherTypeIsNamed() {
        JsonObject json = Json.readObject("{\"n\":\"x\",\"l\":[1,\"a\"]}");
        assertThatThrownBy(() -> json.number("n")).hasMessageContaining("\"n\"");
        assertThatThrownBy(() -> json.text("gone")).hasMessageContaining("\"gone\"");
        assertThatThrownBy(() -> json.list("l", String.class)).hasMessageContaining("\"l\"");
        assertThat(json.optionalText("gone")).isNull();
    }
}
