package nl.bereik.protocol.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.Topic;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {
    private final ReferenceData data = ReferenceData.gelderlandZuid();

    @Test
    void shippedRegionHasItsFourteenMunicipalitiesAndEveryCode() {
        assertThat(data.areas()).hasSize(14).contains("West Maas en Waal", "Zaltbommel");
        assertThat(data.codes("channel", Channel.class)).containsExactlyInAnyOrder(Channel.values());
        assertThat(data.codes("topics", Topic.class)).containsExactlyInAnyOrder(Topic.values());
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegan() {
        assertThat(data.dayOf(Instant.parse("2026-11-22T00:59:00Z"))).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(data.dayOf(Instant.parse("2026-11-22T04:59:59Z"))).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(data.dayOf(Instant.parse("2026-11-22T05:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void theNightOfTheChangedClockIsNoException() {
        assertThat(data.dayOf(Instant.parse("2026-03-29T03:59:59Z"))).isEqualTo(LocalDate.of(2026, 3, 28));
        assertThat(data.dayOf(Instant.parse("2026-03-29T04:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 29));
        assertThat(data.dayOf(Instant.parse("2026-10-25T04:59:59Z"))).isEqualTo(LocalDate.of(2026, 10, 24));
        assertThat(data.dayOf(Instant.parse("2026-10-25T05:00:00Z"))).isEqualTo(LocalDate.of(2026, 10, 25));
    }

    @Test
    void codesOfTomorrowArePassedOver() {
        ReferenceData newer = changed("\"ZONE\", \"DROP_IN\"", "\"ZONE\", \"SUBMARINE\", \"DROP_IN\"");
        assertThat(newer.codes("channel", Channel.class)).startsWith(Channel.ZONE, Channel.DROP_IN);
        assertThat(newer.etag()).isNotEqualTo(data.etag());
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThatThrownBy(() -> changed("\"keepDays\": 2", "\"keepDays\": -1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> changed("Europe/Amsterdam", "Europe/Atlantis"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> changed("\"Tiel\"", "\"Nijmegen\"")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> changed("LEGER_DES_HEILS", "Leger des Heils"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Leger des Heils");
    }

    @Test
    void whatIsNotSetIsAsUsualAndWhatIsSetCounts() {
        assertThat(data.settings()).isEqualTo(new ReferenceData.PhoneSettings(2, 5, 10, 14, 6));
        String both = "\"keepDays\": 2, \"wrongPinLimit\": 5, \"offlineDays\": 3, \"minPinDigits\": 8";
        assertThat(changed("\"keepDays\": 2", both).settings())
                .isEqualTo(new ReferenceData.PhoneSettings(2, 5, 5, 3, 8));
        for (String wrong : new String[] {
            "\"wrongPinLimit\": 2",
            "\"offlineDays\": 0",
            "\"wrongPinLimit\": 101",
            "\"minPinDigits\": 5",
            "\"minPinDigits\": 13"
        }) {
            assertThatThrownBy(() -> changed("\"keepDays\": 2", "\"keepDays\": 2, " + wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private ReferenceData changed(String from, String to) {
        String text = data.json().text();
        assertThat(text).contains(from);
        return ReferenceData.decode(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
}
