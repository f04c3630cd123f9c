package nl.bereik.protocol.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactCodecTest {

    @Test
    void everyContactSurvivesTheWay() {
        Random random = new Random(20251122);
        for (int i = 0; i < 2_000; i++) {
            ContactMoment contact = ContactSamples.random(random);
            JsonObject body = Json.readObject(ContactCodec.encode(contact).text());
            assertThat(ContactCodec.decode(body)).isEqualTo(new Decoded.Whole<>(contact));
        }
    }

    @Test
    void fieldsOfANewerVersionSurviveARoundTrip() {
        JsonObject body = with("weather", JsonObject.of(Map.of("rain", true)));
        ContactMoment contact = whole(body);
        assertThat(contact.more()).containsOnlyKeys("weather");
        assertThat(ContactCodec.encode(contact)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"on", "dayPart", "channel", "area", "audience", "workForm", "gender", "ageBand", "encounter"})
    void namesTheFieldThatIsMissing(String field) {
        assertThat(problems(with(field, null))).containsExactly(new FieldProblem(field, Reason.MISSING_FIELD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dayPart", "channel", "audience", "workForm", "gender", "ageBand", "encounter", "permit"})
    void namesTheFieldWithAnUnknownCode(String field) {
        assertThat(problems(with(field, "SUBMARINE"))).containsExactly(new FieldProblem(field, Reason.UNKNOWN_CODE));
        assertThat(problems(with(field, 7L))).containsExactly(new FieldProblem(field, Reason.WRONG_TYPE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"languages", "topics", "services", "signals"})
    void namesTheListWithAnUnknownOrRepeatedCode(String field) {
        String known = field.equals("languages")
                ? "nl"
                : String.valueOf(Map.of("topics", Topic.EXIT, "services", Service.ADVICE, "signals", Signal.MINOR)
                        .get(field));
        assertThat(problems(with(field, List.of("SUBMARINE"))))
                .containsExactly(new FieldProblem(field, Reason.UNKNOWN_CODE));
        assertThat(problems(with(field, List.of(known, known))))
                .containsExactly(new FieldProblem(field, Reason.REPEATED_CODE));
        assertThat(problems(with(field, known))).containsExactly(new FieldProblem(field, Reason.WRONG_TYPE));
        assertThat(problems(with(field, List.of(3L)))).containsExactly(new FieldProblem(field, Reason.WRONG_TYPE));
    }

    @ParameterizedTest
    @CsvSource({"1999-12-31, DATE_BEFORE_2000", "2025-02-30, WRONG_TYPE", "14-03-2025, WRONG_TYPE", "'', WRONG_TYPE"})
    void namesADayThatCannotBe(String day, Reason reason) {
        assertThat(problems(with("on", day))).containsExactly(new FieldProblem("on", reason));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        JsonObject body = with("channel", "SUBMARINE");
        Map<String, Object> members = new LinkedHashMap<>(body.members());
        members.remove("gender");
        members.put("codeGiven", "yes");
        assertThat(problems(JsonObject.of(members)))
                .containsExactlyInAnyOrder(
                        new FieldProblem("channel", Reason.UNKNOWN_CODE),
                        new FieldProblem("gender", Reason.MISSING_FIELD),
                        new FieldProblem("codeGiven", Reason.WRONG_TYPE));
    }

    @Test
    void aPermitIsForTheZoneOnly() {
        assertThat(problems(with("channel", "STREET")))
                .containsExactly(new FieldProblem("permit", Reason.NOT_APPLICABLE));
        ContactMoment zone = ContactSamples.atTheZone();
        assertThatThrownBy(() -> new ContactMoment(
                        zone.on(),
                        zone.dayPart(),
                        Channel.STREET,
                        zone.area(),
                        zone.audience(),
                        zone.workForm(),
                        zone.gender(),
                        zone.ageBand(),
                        zone.encounter(),
                        PermitStatus.WITH,
                        zone.languages(),
                        zone.topics(),
                        zone.services(),
                        zone.signals(),
                        false,
                        Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSealedNoteSurvivesTheWay() {
        SealedText note = new SealedText(2, new byte[SealedText.MIN_BYTES]);
        ContactMoment noted = ContactSamples.atTheZone().withNote(note);
        ContactMoment read = whole(Json.readObject(ContactCodec.encode(noted).text()));
        assertThat(read).isEqualTo(noted);
        assertThat(read.more()).isEmpty();
        assertThat(noted.withNote(null)).isEqualTo(ContactSamples.atTheZone());
    }

    @Test
    void readableTextIsNoNote() {
        for (Object text : List.of("a red scarf", 7L, JsonObject.of(Map.of("text", "a red scarf")), List.of("a"))) {
            assertThat(problems(with("note", text))).containsExactly(new FieldProblem("note", Reason.WRONG_TYPE));
        }
    }

    @Test
    void tomorrowIsInTheFutureAndTodayIsNot() {
        ContactMoment contact = ContactSamples.atTheZone();
        Set<String> areas = Set.of("Nijmegen");
        assertThat(contact.problems(contact.on(), areas)).isEmpty();
        assertThat(contact.problems(contact.on().minusDays(1), areas))
                .containsExactly(new FieldProblem("on", Reason.DATE_IN_FUTURE));
        assertThat(contact.problems(LocalDate.of(2025, 12, 31), Set.of("Tiel")))
                .containsExactly(new FieldProblem("area", Reason.UNKNOWN_CODE));
    }

    private static JsonObject with(String field, @Nullable Object value) {
        Map<String, Object> members = new LinkedHashMap<>(
                ContactCodec.encode(ContactSamples.atTheZone()).members());
        members.put(field, value);
        return JsonObject.of(members);
    }

    private static ContactMoment whole(JsonObject body) {
        return ((Decoded.Whole<ContactMoment>) ContactCodec.decode(body)).value();
    }

    private static List<FieldProblem> problems(JsonObject body) {
        return ((Decoded.Faulty<ContactMoment>) ContactCodec.decode(body)).problems();
    }
}
