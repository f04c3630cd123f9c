package nl.bereik.mobile.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.notes.TeamNote;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.state.StateReply;
import org.junit.jupiter.api.Test;

class NotesViewModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final MemoryDisk disk = new MemoryDisk();
    private final Phone phone = PhoneSamples.open(disk);
    private final NotesViewModel notes = new NotesViewModel(phone, Background.direct());

    @Test
    void withoutAKeyOrANoteItIsEmptyAndSaysWhich() {
        assertThat(now().lines()).isEmpty();
        assertThat(now().hasKey()).isFalse();
        KeySamples.give(phone, KeySamples.key(1));
        assertThat(now().hasKey()).isTrue();
        assertThat(now().today()).isEqualTo(TODAY);
        assertThat(now().daysBefore()).isEqualTo(2);
    }

    @Test
    void aColleaguesNoteIsRead() {
        KeySamples.give(phone, KeySamples.key(1));
        pull(1, TODAY, KeySamples.key(1), "komt terug");
        assertThat(now().lines())
                .containsExactly(
                        new NoteLine(new UUID(7, 1), TODAY, "TRAIN", "Tiel", new Opened.Text("komt terug"), false));
    }

    @Test
    void afterARotationOldNotesStayAndAPhoneLeftOutSaysSoOfNewOnes() {
        KeySamples.give(phone, KeySamples.key(1));
        pull(1, TODAY, KeySamples.key(1), "van ervoor");
        pull(2, TODAY, KeySamples.key(2), "van erna");
        assertThat(texts()).containsExactly(new Opened.Text("van ervoor"), new Opened.NoKey());
        KeySamples.give(phone, KeySamples.key(2));
        assertThat(texts()).containsExactly(new Opened.Text("van ervoor"), new Opened.Text("van erna"));
    }

    @Test
    void aNoteThatTheServerMovedToAnotherContactDoesNotOpen() {
        KeySamples.give(phone, KeySamples.key(1));
        SealedText sealed = seal(KeySamples.key(1), new UUID(7, 1), "komt terug");
        phone.state()
                .pulled(new StateReply(
                        List.of(new TeamNote(new UUID(7, 2), new UUID(7, 2), TODAY, "ZONE", "Tiel", sealed).record()),
                        List.of()));
        assertThat(texts()).containsExactly(new Opened.Unreadable());
    }

    @Test
    void ownNotesAreThereAtOnceNewestFirstAndOnce() {
        KeySamples.give(phone, KeySamples.key(1));
        UUID first = save(TODAY, "eerste");
        save(TODAY, "tweede");
        save(TODAY.minusDays(1), "gisteren");
        assertThat(texts())
                .containsExactly(new Opened.Text("tweede"), new Opened.Text("eerste"), new Opened.Text("gisteren"));
        assertThat(now().lines()).allMatch(NoteLine::mine);
        phone.state()
                .pulled(new StateReply(
                        List.of(new TeamNote(
                                        first, first, TODAY, "STREET", "Tiel", seal(KeySamples.key(1), first, "eerste"))
                                .record()),
                        List.of()));
        assertThat(now().lines()).as("what comes back is the same").hasSize(3);
    }

    @Test
    void aNoteTakenBackOrGoneIsNotShown() {
        KeySamples.give(phone, KeySamples.key(1));
        UUID sent = save(TODAY, "eerste");
        phone.outbox().sending().nextBatch(10);
        phone.outbox().correct(sent, null);
        assertThat(now().lines()).isEmpty();
        pull(1, TODAY, KeySamples.key(1), "komt terug");
        phone.state().pulled(new StateReply(List.of(), List.of("note:" + new UUID(7, 1))));
        assertThat(now().lines()).isEmpty();
    }

    @Test
    void notesLeaveTheListWithTheDays() {
        KeySamples.give(phone, KeySamples.key(1));
        save(TODAY.minusDays(2), "eergisteren");
        save(TODAY.minusDays(40), "uit een bestand");
        assertThat(texts()).containsExactly(new Opened.Text("eergisteren"));
        Clock later = Clock.fixed(PhoneSamples.NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        NotesViewModel tomorrow =
                new NotesViewModel(PhoneSamples.open(disk.crashed(), later, new Random(3)), Background.direct());
        assertThat(tomorrow.notesProperty().get().lines()).isEmpty();
    }

    @Test
    void whatIsThereIsReadAtOnceAndNothingAfterItIsClosed() {
        KeySamples.give(phone, KeySamples.key(1));
        save(TODAY, "eerste");
        assertThat(new NotesViewModel(phone, Background.direct())
                        .notesProperty()
                        .get()
                        .lines())
                .hasSize(1);
        assertThat(now().lines()).hasSize(1);
        notes.close();
        save(TODAY, "tweede");
        assertThat(now().lines()).isEmpty();
    }

    private TeamNotes now() {
        return notes.notesProperty().get();
    }

    private List<Opened> texts() {
        return now().lines().stream().map(NoteLine::text).toList();
    }

    private UUID save(LocalDate on, String text) {
        UUID opId = phone.outbox().newId();
        ContactMoment contact = PhoneSamples.contact(on);
        return phone.outbox()
                .save(
                        opId,
                        contact.withNote(new TextSealer(phone.teamKeys())
                                .seal(Purpose.NOTE, opId, text)
                                .orElseThrow()));
    }

    private void pull(long number, LocalDate on, TeamKey key, String text) {
        UUID contact = new UUID(7, number);
        TeamNote note = new TeamNote(contact, contact, on, "TRAIN", "Tiel", seal(key, contact, text));
        phone.state().pulled(new StateReply(List.of(note.record()), List.of()));
    }

    private static SealedText seal(TeamKey key, UUID item, String text) {
        return new TextSealer(KeySamples.keys(key))
                .seal(Purpose.NOTE, item, text)
                .orElseThrow();
    }
}
