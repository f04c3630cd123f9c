package nl.bereik.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.bereik.protocol.json.MalformedJsonException;
import org.junit.jupiter.api.Test;

class PushBatchTest {

    @Test
    void oneBrokenElementDoesNotStopTheOthers() {
        String good = "{\"opId\":\"7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11\",\"opSeq\":1,\"kind\":\"contact\","
                + "\"schema\":1,\"body\":{}}";
        List<PushBatch.Element> elements = decode("{\"items\":[3," + good + ",{\"opId\":\"x\"},"
                + good.replace("\"opSeq\":1", "\"opSeq\":0") + "," + good.replace("\"contact\"", "\"\"") + ","
                + good.replace("7c9a1f30", "7C9A1F30") + ","
                + good.replace("\"schema\":1", "\"schema\":-9223372036854775808") + ","
                + good.replace("\"opSeq\":1", "\"opSeq\":9223372036854775807") + "]}");
        assertThat(elements.stream().map(element -> element.item().isPresent()))
                .containsExactly(false, true, false, false, false, false, false, false);
        assertThat(elements.get(2).opId()).isEqualTo("x");
        assertThat(elements.get(0).opId()).isEmpty();
    }

    @Test
    void textThatIsNoBatchIsRefused() {
        assertThatThrownBy(() -> decode("{}")).isInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> decode("{\"items\":{}}")).isInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> decode("[]")).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void aHashChangesWithEveryPartOfTheItemButItsPlace() {
        String item = "{\"opId\":\"7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11\",\"opSeq\":1,\"kind\":\"contact\","
                + "\"schema\":1,\"body\":{\"a\":1}}";
        ContentHash hash = hash(item);
        assertThat(hash(item.replace("\"opSeq\":1", "\"opSeq\":2"))).isEqualTo(hash);
        assertThat(hash(item.replace("7c9a", "7c9b"))).isNotEqualTo(hash);
        assertThat(hash(item.replace("\"contact\"", "\"contac\""))).isNotEqualTo(hash);
        assertThat(hash(item.replace("\"schema\":1", "\"schema\":2"))).isNotEqualTo(hash);
        assertThat(hash(item.replace("{\"a\":1}", "{\"a\": 1}"))).isNotEqualTo(hash);
        assertThat(hash.xor(hash)).isEqualTo(ContentHash.NONE);
        assertThat(ContentHash.parse(hash.toString())).isEqualTo(hash);
    }

    private static ContentHash hash(String item) {
        return ContentHash.of(decode("{\"items\":[" + item + "]}").get(0).item().orElseThrow());
    }

    private static List<PushBatch.Element> decode(String text) {
        return PushBatch.decode(text.getBytes(StandardCharsets.UTF_8));
    }
}
