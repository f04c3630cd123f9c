package nl.bereik.mobile.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.Finding;
import nl.bereik.mobile.privacy.FreeText;
import nl.bereik.mobile.privacy.IdentityKind;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.privacy.SealedText;
import org.junit.jupiter.api.Test;

/** The note from the form into the item, and back into the form of a correction. */
class NoteOnTheFormTest {
    private static final String NOTE = "rode sjaal, komt dinsdag terug";

    private final MovableClock clock = new MovableClock(PhoneSamples.EVENING);
    private final Phone phone = nl.bereik.mobile.phone.PhoneSamples.open(new MemoryDisk(), clock, new Random(1));
    private final Outbox outbox = phone.outbox();

    @Test
    void aNoteIsSealedUnderTheItemThatTellsIt() {
        KeySamples.give(phone, KeySamples.key(1));
        OutboxItem item = saved(NOTE);
        assertThat(item.body().text()).doesNotContain("sjaal");
        assertThat(opened(item)).contains(new Opened.Text(NOTE));
        assertThat(sealer().open(Purpose.NOTE, new UUID(9, 9), note(item).orElseThrow()))
                .isEqualTo(new Opened.Unreadable());
    }

    @Test
    void nothingTypedIsNothingSent() {
        KeySamples.give(phone, KeySamples.key(1));
        assertThat(saved("  \n ").body().members()).doesNotContainKey("note");
    }

    @Test
    void whatCouldIdentifySomebodyKeepsTheContactFromBeingSavedUntilItIsChanged() {
        KeySamples.give(phone, KeySamples.key(1));
        ContactFormViewModel form = form(Draft.of(body()));
        form.note().textProperty().set("  bel haar op 06-12345678");
        form.save();
        assertThat(outbox.items()).isEmpty();
        assertThat(form.problemsProperty().get()).containsOnlyKeys(Field.NOTE);
        assertThat(form.firstProblem()).contains(Field.NOTE);
        assertThat(form.detailsOpenProperty().get()).as("so that it is seen").isTrue();
        FreeText checked = form.note().check();
        assertThat(checked.findings()).containsExactly(new Finding(IdentityKind.PHONE_NUMBER, 14, 25));
        form.note().textProperty().set("bel haar terug");
        assertThat(form.problemsProperty().get()).isEmpty();
        form.save();
        assertThat(opened(outbox.items().get(0))).contains(new Opened.Text("bel haar terug"));
    }

    @Test
    void aNoteIsCheckedWhenItsPlaceIsLeftAndTellsNothingOfTheRest() {
        KeySamples.give(phone, KeySamples.key(1));
        ContactFormViewModel form = form(Draft.EMPTY);
        form.note().textProperty().set("geb. 12-03-1998");
        form.checkNote();
        assertThat(form.problemsProperty().get()).containsOnlyKeys(Field.NOTE);
    }

    @Test
    void fiveHundredCharactersAreTheMost() {
        KeySamples.give(phone, KeySamples.key(1));
        ContactFormViewModel form = form(Draft.of(body()));
        form.note().textProperty().set("\uD83E\uDDE3".repeat(501));
        form.save();
        assertThat(form.note().check().isTooLong()).isTrue();
        assertThat(outbox.items()).isEmpty();
        form.note().textProperty().set(" " + "\uD83E\uDDE3".repeat(500));
        form.save();
        assertThat(opened(outbox.items().get(0))).contains(new Opened.Text("\uD83E\uDDE3".repeat(500)));
    }

    @Test
    void typingANoteIsAChange() {
        KeySamples.give(phone, KeySamples.key(1));
        ContactFormViewModel form = form(Draft.of(body()));
        assertThat(form.touched()).isFalse();
        form.note().textProperty().set("x");
        assertThat(form.touched()).isTrue();
    }

    @Test
    void beforeThePhoneHasTheKeyThereIsNoNote() {
        ContactFormViewModel form = form(Draft.of(body()));
        assertThat(form.note().canBeMade()).isFalse();
        form.save();
        assertThat(outbox.items()).hasSize(1);
    }

    @Test
    void aCorrectionKeepsTheNoteUnderItsOwnId() {
        KeySamples.give(phone, KeySamples.key(1));
        OutboxItem first = sent(saved(NOTE));
        ContactFormViewModel form = form(Draft.of(first.body(), first.opId()));
        assertThat(form.note().textProperty().get()).isEqualTo(NOTE);
        correct(first.opId(), form);
        OutboxItem correction = outbox.items().get(1);
        assertThat(correction.saved().kind()).isEqualTo(CorrectionCodec.KIND);
        assertThat(opened(correction)).contains(new Opened.Text(NOTE));
        assertThat(note(correction)).isNotEqualTo(note(first));
        assertThat(sealer().open(Purpose.NOTE, first.opId(), note(correction).orElseThrow()))
                .isEqualTo(new Opened.Unreadable());
    }

    @Test
    void aCorrectionAfterARotationIsSealedUnderTheNewKey() {
        KeySamples.give(phone, KeySamples.key(1));
        OutboxItem first = sent(saved(NOTE));
        KeySamples.give(phone, KeySamples.key(2));
        correct(first.opId(), form(Draft.of(first.body(), first.opId())));
        OutboxItem correction = outbox.items().get(1);
        assertThat(note(correction).orElseThrow().epoch()).isEqualTo(2);
        assertThat(opened(correction)).contains(new Opened.Text(NOTE));
    }

    @Test
    void aCorrectionMayTakeTheNoteAway() {
        KeySamples.give(phone, KeySamples.key(1));
        OutboxItem first = sent(saved(NOTE));
        ContactFormViewModel form = form(Draft.of(first.body(), first.opId()));
        form.note().textProperty().set("");
        correct(first.opId(), form);
        assertThat(note(outbox.items().get(1))).isEmpty();
    }

    @Test
    void aNoteThatThisPhoneCannotReadIsToldOf() {
        KeySamples.give(phone, KeySamples.key(2));
        SealedText old = new TextSealer(KeySamples.keys(KeySamples.key(1)))
                .seal(Purpose.NOTE, new UUID(1, 2), NOTE)
                .orElseThrow();
        ContactMoment contact = PhoneSamples.contact().withNote(old);
        ContactFormViewModel form = form(Draft.of(ContactCodec.encode(contact), new UUID(1, 2)));
        assertThat(form.note().isUnreadable()).isTrue();
        assertThat(form.detailsOpenProperty().get()).isTrue();
        form.save();
        assertThat(note(outbox.items().get(0))).as("it could not be bound anew").isEmpty();
    }

    @Test
    void readableTextThatTheServerRefusedIsNotSentAgain() {
        JsonObject refused = Json.readObject(body().text().replaceFirst("\\{", "{\"note\":\"rode sjaal\","));
        ContactFormViewModel form = new ContactFormViewModel(
                phone.reference().data(),
                clock,
                Background.direct(),
                Draft.of(refused, new UUID(1, 2)),
                List.of(new FieldProblem("note", Reason.WRONG_TYPE)),
                sealer(),
                this::store,
                stored -> {});
        assertThat(form.problemsProperty().get()).containsEntry(Field.NOTE, Reason.WRONG_TYPE);
        form.save();
        assertThat(outbox.items().get(0).body().text()).doesNotContain("sjaal");
    }

    private OutboxItem saved(String typed) {
        ContactFormViewModel form = form(Draft.of(body()));
        form.note().textProperty().set(typed);
        form.save();
        return outbox.items().get(0);
    }

    /** The same item, once it may be on its way. */
    private OutboxItem sent(OutboxItem item) {
        outbox.sending().nextBatch(10);
        outbox.sending().giveUp();
        return item;
    }

    private void correct(UUID root, ContactFormViewModel form) {
        ContactFormViewModel telling = new ContactFormViewModel(
                phone.reference().data(),
                clock,
                Background.direct(),
                Draft.of(body()),
                List.of(),
                sealer(),
                told -> {
                    UUID opId = outbox.newId();
                    return outbox.correct(root, opId, told.under(opId));
                },
                stored -> {});
        telling.note().textProperty().set(form.note().textProperty().get());
        telling.save();
    }

    private ContactFormViewModel form(Draft start) {
        return new ContactFormViewModel(
                phone.reference().data(),
                clock,
                Background.direct(),
                start,
                List.of(),
                sealer(),
                this::store,
                stored -> {});
    }

    private UUID store(NewTelling telling) {
        UUID opId = outbox.newId();
        return outbox.save(opId, telling.under(opId));
    }

    private TextSealer sealer() {
        return new TextSealer(phone.teamKeys());
    }

    private Optional<Opened> opened(OutboxItem item) {
        return note(item).map(note -> sealer().open(Purpose.NOTE, item.opId(), note));
    }

    private static Optional<SealedText> note(OutboxItem item) {
        JsonObject body =
                item.saved().kind().equals(CorrectionCodec.KIND) ? item.body().object("contact") : item.body();
        return body.get("note") instanceof JsonObject json ? Optional.of(SealedText.fromJson(json)) : Optional.empty();
    }

    private static JsonObject body() {
        return ContactCodec.encode(PhoneSamples.contact());
    }
}
