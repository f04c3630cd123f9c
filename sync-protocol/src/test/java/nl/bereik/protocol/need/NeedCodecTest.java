package nl.bereik.protocol.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.care.AccountName;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.state.StateRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedCodecTest {
    private static final UUID ID = UUID.fromString("0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e22");

    @Test
    void aNeedComesBackAsItWas() {
        FollowUpNeed need = NeedSamples.full();
        assertThat(NeedCodec.decode(NeedCodec.encode(need))).isEqualTo(new Decoded.Whole<>(need));
    }

    @Test
    void allProblemsAreTold() {
        JsonObject body =
                json("{\"on\":\"2026-11-21\",\"lifeDomain\":\"CHESS\",\"urgency\":\"NOW\",\"language\":\"xx\","
                        + "\"partner\":7,\"note\":\"readable\"}");
        assertThat(NeedCodec.decode(body))
                .isEqualTo(new Decoded.Faulty<FollowUpNeed>(List.of(
                        new FieldProblem("area", Reason.MISSING_FIELD),
                        new FieldProblem("lifeDomain", Reason.UNKNOWN_CODE),
                        new FieldProblem("language", Reason.UNKNOWN_CODE),
                        new FieldProblem("partner", Reason.WRONG_TYPE),
                        new FieldProblem("note", Reason.WRONG_TYPE))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Maria 06-12345678", "org:a b", "a\nb", "<b>", "-", "+31612345678"})
    void aWishThatNoCodeOrAccountCanBeIsNoneAndIsNotCarriedOn(String text) {
        FollowUpNeed need = whole(Map.of("partner", text, "person", text));
        assertThat(need.partner()).isNull();
        assertThat(need.person()).isNull();
        assertThat(need.urgency()).isEqualTo(NeedSamples.full().urgency());
        assertThat(NeedCodec.encode(need).members()).doesNotContainKeys("partner", "person");
    }

    @Test
    void theLongestAccountCanBeWishedFor() {
        String longest = "org:~" + "x".repeat(AccountName.LONGEST - 5);
        assertThat(whole(Map.of("person", longest)).person()).isEqualTo(longest);
        assertThat(whole(Map.of("person", longest + "x")).person()).isNull();
    }

    private static FollowUpNeed whole(Map<String, String> wishes) {
        Map<String, @Nullable Object> body =
                new HashMap<>(NeedCodec.encode(NeedSamples.full()).members());
        body.putAll(wishes);
        return ((Decoded.Whole<FollowUpNeed>) NeedCodec.decode(JsonObject.of(body))).value();
    }

    @Test
    void theDayAndTheAreaAreLookedAt() {
        FollowUpNeed need = NeedSamples.full();
        assertThat(need.problems(need.on(), Set.of("Tiel"))).isEmpty();
        assertThat(need.problems(need.on().minusDays(1), Set.of("Tiel")))
                .containsExactly(new FieldProblem("on", Reason.DATE_IN_FUTURE));
        assertThat(need.problems(LocalDate.MAX, Set.of("Nijmegen")))
                .containsExactly(new FieldProblem("area", Reason.UNKNOWN_CODE));
    }

    @Test
    void commandsComeBackAsTheyWere() {
        for (NeedCommand command : List.of(
                NeedCommand.of(ID, NeedAct.ACCEPT),
                new NeedCommand(ID, NeedAct.TRANSFER, "somebody", null),
                new NeedCommand(ID, NeedAct.DECLINE, null, DeclineReason.ABSENT))) {
            assertThat(NeedCommandCodec.decode(NeedCommandCodec.encode(command)))
                    .isEqualTo(new Decoded.Whole<>(command));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'need':'x','act':'ACCEPT'}; need; WRONG_TYPE",
                "{'need':'0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e22','act':'DANCE'}; act; UNKNOWN_CODE",
                "{'need':'0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e22','act':'ASSIGN'}; to; MISSING_FIELD",
                "{'need':'0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e22','act':'REFER','to':' '}; to; WRONG_TYPE",
                "{'need':'0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e22','act':'DECLINE'}; reason; MISSING_FIELD"
            })
    void faultyCommandsAreToldByField(String body, String field, Reason reason) {
        assertThat(NeedCommandCodec.decode(json(body.replace('\'', '"'))))
                .isEqualTo(new Decoded.Faulty<NeedCommand>(List.of(new FieldProblem(field, reason))));
    }

    @Test
    void anActNamesSomebodyAndBearsAReasonOrDoesNot() {
        assertThatThrownBy(() -> new NeedCommand(ID, NeedAct.ACCEPT, "somebody", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NeedCommand.of(ID, NeedAct.DECLINE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aViewComesBackAsItWasAndSaysWhatCanBeDone() {
        NeedView view = view(NeedStatus.ACCEPTED, "anja", Set.of(Party.ASSIGNEE, Party.CASE_MANAGER));
        assertThat(NeedView.read(view.record())).contains(view);
        assertThat(view.acts())
                .containsExactly(
                        NeedAct.START, NeedAct.FINISH, NeedAct.MISS, NeedAct.DECLINE, NeedAct.TRANSFER, NeedAct.REFER);
        assertThat(view(NeedStatus.DONE, "anja", Set.of()).acts()).isEmpty();
    }

    @Test
    void aViewOfALaterVersionIsPassedOver() {
        StateRecord record = view(NeedStatus.ACCEPTED, "anja", Set.of()).record();
        StateRecord later = new StateRecord(
                record.id(),
                record.kind(),
                record.rev(),
                json(record.body().text().replace("\"ACCEPTED\"", "\"SLEEPING\"")));
        assertThat(NeedView.read(later)).isEmpty();
        assertThat(NeedView.read(new StateRecord("note:1", "note", "1", record.body())))
                .isEmpty();
    }

    private static NeedView view(NeedStatus status, String assignee, Set<Party> you) {
        return new NeedView(
                ID,
                NeedSamples.full(),
                new NeedState(status, "worker", assignee, Set.of("beside")),
                you,
                List.of(
                        new NeedEvent(NeedEvent.RAISED, "worker", Instant.parse("2026-11-21T22:41:07Z"), null, null),
                        new NeedEvent("ASSIGN", "", Instant.parse("2026-11-21T22:42:07Z"), "anja", "HOUSING")));
    }

    private static JsonObject json(String text) {
        return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
    }
}
