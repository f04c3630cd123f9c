package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

final class NeedDocumentTest {
    private static final Instant NOW = Instant.parse("2026-11-21T22:41:07Z");

    @Test
    void anAlertThatDoesNotSayWhatItAsksAsksToTakeTheNeed() {
        Alert alert = new Alert(
                new UUID(1, 1), "anja", Alert.Asks.TO_TAKE, true, NOW, NOW.plusSeconds(90), 2, Set.of("phone"));
        Document document =
                NeedDocument.write(NeedSamples.stored(1, "team", NOW).with(List.of(alert)));
        document.getList(NeedDocument.ALERTS, Document.class)
                .forEach(stored -> assertThat(stored.remove("asks")).isEqualTo("TO_TAKE"));
        assertThat(NeedDocument.read(document).alerts()).containsExactly(alert);
    }
}
