package nl.bereik.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.ContactSamples;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.junit.jupiter.api.Test;

/** What a later version may add to the messages of this one, and what this one makes of it. */
class NewerVersionTest {
    private static final String ID = "7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11";

    @Test
    void membersOfAReplyThatAreNotKnownArePassedOver() {
        PushReply reply = PushReply.decode(utf8("""
                {"serverTime":"2026-11-21T22:41:07.123Z","mood":"good","outcomes":[
                  {"opId":"%s","outcome":"ACCEPTED","weight":2}],
                 "custody":{"through":1,"holes":[],"count":1,"xor":"00112233445566778899aabbccddeeff","tree":[]}}
                """.formatted(ID)));
        assertThat(reply.outcomes()).containsExactly(new ItemOutcome(ID, Verdict.ACCEPTED, List.of()));
        assertThat(reply.serverTime()).isEqualTo(Instant.parse("2026-11-21T22:41:07Z"));
    }

    @Test
    void aReasonThatIsNotKnownKeepsItsNameThroughARoundTrip() {
        String told = "{\"opId\":\"" + ID + "\",\"outcome\":\"REJECTED\","
                + "\"problems\":[{\"field\":\"on\",\"reason\":\"DAY_OF_REST\"}]}";
        ItemOutcome outcome = ItemOutcome.fromJson(Json.readObject(utf8(told)));
        assertThat(outcome.problems())
                .containsExactly(new FieldProblem("on", FieldProblem.Reason.OTHER, "DAY_OF_REST"));
        assertThat(outcome.toJson().text()).isEqualTo(told);
    }

    @Test
    void aVerdictThatIsNotKnownAcknowledgesNothing() {
        JsonObject json = Json.readObject(utf8("{\"opId\":\"" + ID + "\",\"outcome\":\"FORWARDED\"}"));
        ItemOutcome outcome = ItemOutcome.fromJson(json);
        assertThat(outcome.verdict().held()).isFalse();
        assertThat(outcome.verdict().settled()).isFalse();
    }

    @Test
    void aRefusalThatIsNotKnownIsTakenForOneWithItsStatus() {
        assertThat(refusal("QUOTA_SPENT", 429)).isEqualTo(Refusal.Reason.TOO_MANY_REQUESTS);
        assertThat(refusal("MOVED_TO_MARS", 503)).isEqualTo(Refusal.Reason.STORE_UNAVAILABLE);
        assertThat(refusal("TEAPOT", 418)).isEqualTo(Refusal.Reason.SERVER_FAULT);
        assertThat(refusal("REVOKED_INSTALL", 403)).isEqualTo(Refusal.Reason.REVOKED_INSTALL);
        assertThat(refusal("WIPE_IN_OTHER_WORDS", 403)).isEqualTo(Refusal.Reason.REVOKED_INSTALL);
    }

    @Test
    void recordsOfKindsThatAreNotKnownAreReadWithWhatTheySay() {
        String record = "{\"id\":\"need:1\",\"kind\":\"need\",\"rev\":\"4\",\"body\":{\"status\":\"OPEN\"}}";
        StateReply reply = StateReply.decode(utf8("{\"changes\":[" + record + "],\"gone\":[],\"cursor\":9}"));
        assertThat(reply.changes()).singleElement().satisfies(read -> {
            assertThat(read.kind()).isEqualTo("need");
            assertThat(read.toJson().text()).isEqualTo(record);
        });
    }

    @Test
    void aContactOfBeforeNotesIsReadAndWrittenAsItWas() {
        String text = ContactCodec.encode(ContactSamples.atTheZone()).text();
        assertThat(text).doesNotContain("note");
        Decoded<ContactMoment> read = ContactCodec.decode(Json.readObject(text));
        ContactMoment contact = ((Decoded.Whole<ContactMoment>) read).value();
        assertThat(contact.note()).isNull();
        assertThat(contact.more()).isEmpty();
        assertThat(ContactCodec.encode(contact).text()).isEqualTo(text);
    }

    @Test
    void referenceDataMayOfferCodesAndFieldsThatAreNotKnown() {
        String text = ReferenceData.gelderlandZuid()
                .json()
                .text()
                .replace("\"STREET\"", "\"TRAIN\",\"STREET\"")
                .replaceFirst("\\{", "{\"colours\":[\"red\"],");
        ReferenceData data = ReferenceData.decode(utf8(text));
        assertThat(data.codes("channel", Channel.class))
                .isEqualTo(ReferenceData.gelderlandZuid().codes("channel", Channel.class));
        assertThat(data.json().text()).isEqualTo(text);
    }

    private static Refusal.Reason refusal(String reason, int status) {
        return Refusal.decode(utf8("{\"type\":\"about:blank\",\"status\":" + status + ",\"reason\":\"" + reason
                        + "\",\"serverTime\":\"2026-11-21T22:41:07Z\"}"))
                .reason();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
