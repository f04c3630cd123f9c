package nl.bereik.mobile.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import org.junit.jupiter.api.Test;

/** The form with a contact in it that was told before, perhaps by another version. */
class ToldBeforeTest {
    private final List<ContactMoment> stored = new ArrayList<>();

    @Test
    void whatThisVersionDoesNotAskForSurvives() {
        String text = body(PhoneSamples.SHIFT.toString());
        JsonObject told =
                Json.readObject(text.replace("}", ",\"codeGiven\":true,\"mood\":{\"before\":3},\"tags\":[\"a\"]}"));
        ContactFormViewModel form = form(told);
        form.save();
        assertThat(ContactCodec.encode(stored.get(0))).isEqualTo(told);
        form.fields().gender().set(Gender.MAN);
        form.save();
        assertThat(ContactCodec.encode(stored.get(1)).get("mood")).isEqualTo(told.get("mood"));
        assertThat(stored.get(1).codeGiven()).isTrue();
    }

    @Test
    void anUnknownCodeKeepsOnlyItsFieldFromBeingSaved() {
        ContactFormViewModel form = form(withUnknown("\"gender\":\"WOMAN\"", "\"gender\":\"FLUID\""));
        assertThat(form.problemsProperty().get()).containsOnlyKeys(Field.GENDER);
        assertThat(form.unknown(Field.GENDER)).containsExactly("FLUID");
        form.fields().topics().add(Topic.EXIT);
        form.save();
        assertThat(stored).isEmpty();
        assertThat(form.problemsProperty().get()).containsOnlyKeys(Field.GENDER).containsValue(Reason.UNKNOWN_CODE);
        form.fields().gender().set(Gender.MAN);
        assertThat(form.unknown(Field.GENDER)).isEmpty();
        form.save();
        assertThat(stored).extracting(ContactMoment::gender).containsExactly(Gender.MAN);
    }

    @Test
    void anUnknownCodeAmongSeveralIsNotDroppedUnseen() {
        ContactFormViewModel form = form(withUnknown("\"HOUSING\"", "\"HOUSING\",\"CHESS\""));
        form.save();
        assertThat(stored).isEmpty();
        assertThat(form.firstProblem()).contains(Field.TOPICS);
        form.fields().topics().add(Topic.EXIT);
        form.save();
        assertThat(stored.get(0).topics()).containsExactly(Topic.SAFETY, Topic.HOUSING, Topic.EXIT);
    }

    @Test
    void whatIsNotUnderstoodIsNotFilledInByTheClock() {
        ContactFormViewModel form = form(withUnknown("\"dayPart\":\"EVENING\"", "\"dayPart\":\"DAWN\""));
        assertThat(form.fields().dayPart().get()).isNull();
        assertThat(form.detailsOpenProperty().get()).isTrue();
        form.save();
        assertThat(form.problemsProperty().get()).containsOnlyKeys(Field.DAY_PART);
        form.fields().dayPart().set(DayPart.MORNING);
        assertThat(form(withUnknown("2026-03-06", "soon")).fields().on().get()).isNull();
    }

    @Test
    void anUnknownPermitMattersInTheZoneOnly() {
        ContactFormViewModel form = form(withUnknown("\"gender\":", "\"permit\":\"LAPSED\",\"gender\":"));
        form.save();
        assertThat(form.problemsProperty().get()).containsOnlyKeys(Field.PERMIT);
        form.fields().channel().set(Channel.STREET);
        form.save();
        assertThat(stored).hasSize(1);
    }

    @Test
    void theDayOfAnOldContactCanBeMovedByADay() {
        ContactFormViewModel form =
                form(Json.readObject(body(PhoneSamples.SHIFT.minusDays(40).toString())));
        assertThat(form.canGoBack()).isFalse();
        form.moveDay(1);
        assertThat(form.fields().on().get()).isEqualTo(PhoneSamples.SHIFT.minusDays(39));
        form.moveDay(-5);
        assertThat(form.fields().on().get()).isEqualTo(PhoneSamples.SHIFT.minusDays(40));
    }

    @Test
    void aReasonOfANewerServerIsToldByItsName() {
        ContactFormViewModel form = form(
                Json.readObject(body("2026-03-06")),
                List.of(FieldProblem.told("gender", "NOT_ASKED_HERE")),
                contact -> new UUID(1, 2));
        assertThat(form.problemsProperty().get()).containsEntry(Field.GENDER, Reason.OTHER);
        assertThat(form.reasonTold(Field.GENDER)).isEqualTo("NOT_ASKED_HERE");
        assertThat(form.reasonTold(Field.ON)).isEmpty();
    }

    @Test
    void aContactThatWasJudgedMeanwhileIsToOpenAgain() {
        ContactFormViewModel form = form(Json.readObject(body("2026-03-06")), List.of(), contact -> {
            throw new IllegalArgumentException("refused meanwhile");
        });
        form.save();
        assertThat(form.troubleProperty().get()).isEqualTo(SaveTrouble.CHANGED_MEANWHILE);
    }

    private static JsonObject withUnknown(String known, String unknown) {
        String text = body("2026-03-06");
        assertThat(text).contains(known);
        return Json.readObject(text.replace(known, unknown));
    }

    private static String body(String on) {
        return ContactCodec.encode(PhoneSamples.contact()).text().replace("2026-03-06", on);
    }

    private ContactFormViewModel form(JsonObject told) {
        return form(told, List.of(), telling -> {
            stored.add(telling.under(new UUID(1, 2)));
            return new UUID(1, 2);
        });
    }

    private static ContactFormViewModel form(
            JsonObject told, List<FieldProblem> refused, Function<NewTelling, UUID> storing) {
        return new ContactFormViewModel(
                ReferenceData.gelderlandZuid(),
                new MovableClock(PhoneSamples.EVENING),
                Background.direct(),
                Draft.of(told),
                refused,
                new TextSealer(KeySamples.keys()),
                storing,
                opId -> {});
    }
}
