package nl.bereik.server.notes;

import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.notes.TeamNote;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.contact.StoredContact;
import nl.bereik.server.contact.StoredCorrection;
import nl.bereik.server.install.Install;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NotesOfTeamTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
    private static final SealedText NOTE = new SealedText(1, new byte[SealedText.MIN_BYTES]);

    private final TestTime time = new TestTime("2025-06-01T21:00:00Z");
    private final MemoryContactStore contacts = new MemoryContactStore();
    private final NotesOfTeam notes = new NotesOfTeam(contacts, ReferenceData.gelderlandZuid(), time);
    private final Install mine = new TestPhone().install("team");
    private final Install colleague = new TestPhone().install("team");

    @Test
    void anotherPhoneOfTheTeamIsGivenTheNoteAndNothingMore() {
        tell(1, mine, TODAY, NOTE);
        assertThat(notesOf(colleague)).containsExactly(new TeamNote(id(1), id(1), TODAY, "STREET", "Nijmegen", NOTE));
    }

    @Test
    void neitherThePhoneThatToldItNorAnotherTeamIs() {
        tell(1, mine, TODAY, NOTE);
        assertThat(notesOf(mine)).isEmpty();
        assertThat(notesOf(new TestPhone().install("other"))).isEmpty();
    }

    @Test
    void aContactWithoutANoteBringsNothing() {
        tell(1, mine, TODAY, null);
        assertThat(notesOf(colleague)).isEmpty();
    }

    @Test
    void notesGoAfterTheDaysThatPhonesKeep() {
        tell(1, mine, TODAY, NOTE);
        tell(2, mine, TODAY.minusDays(2), NOTE);
        tell(3, mine, TODAY.minusDays(3), NOTE);
        assertThat(notesOf(colleague)).extracting(TeamNote::contact).containsExactly(id(1), id(2));
        time.move(Duration.ofMinutes(6 * 60 + 59));
        assertThat(notesOf(colleague)).as("the night belongs to the day before").hasSize(2);
        time.move(Duration.ofMinutes(1));
        assertThat(notesOf(colleague)).extracting(TeamNote::contact).containsExactly(id(1));
    }

    @Test
    void inTheNightTheNewDateIsGivenToo() {
        time.move(Duration.ofHours(3));
        tell(1, mine, TODAY.plusDays(1), NOTE);
        tell(2, mine, TODAY, NOTE);
        assertThat(notesOf(colleague)).extracting(TeamNote::contact).containsExactly(id(1), id(2));
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasToldAndTakingBackEndsIt() {
        tell(1, mine, TODAY, NOTE);
        SealedText other = new SealedText(2, new byte[SealedText.MIN_BYTES]);
        correct(2, 1, 2, contact(TODAY.minusDays(1), Channel.ZONE).withNote(other));
        assertThat(notesOf(colleague))
                .containsExactly(new TeamNote(id(1), id(2), TODAY.minusDays(1), "ZONE", "Nijmegen", other));
        correct(3, 1, 3, null);
        assertThat(notesOf(colleague)).isEmpty();
    }

    @Test
    void onlyTheNewestAreGiven() {
        for (int i = 0; i < NotesOfTeam.MOST; i++) {
            tell(i, mine, TODAY.minusDays(1), NOTE);
        }
        tell(1_000, mine, TODAY, NOTE);
        tell(1_001, colleague, TODAY, NOTE);
        assertThat(notesOf(colleague))
                .hasSize(NotesOfTeam.MOST)
                .extracting(TeamNote::contact)
                .contains(id(1_000));
    }

    private List<TeamNote> notesOf(Install install) {
        List<TeamNote> read = new ArrayList<>();
        for (StateRecord record :
                Objects.requireNonNull(notes.of(install).collectList().block())) {
            read.add(TeamNote.read(record).orElseThrow());
        }
        return read;
    }

    private void tell(long number, Install by, LocalDate on, @Nullable SealedText note) {
        ContactMoment contact = contact(on, Channel.STREET).withNote(note);
        PushItem item = item(number, number + 1, contact);
        contacts.insert(List.of(StoredContact.of(by.id(), by.team(), item, ContentHash.of(item), contact, TODAY)))
                .block();
    }

    private void correct(long number, long corrects, long version, @Nullable ContactMoment contact) {
        ContactCorrection correction = new ContactCorrection(id(corrects), version, contact);
        PushItem item = new PushItem(
                id(number), number, CorrectionCodec.KIND, CorrectionCodec.SCHEMA, CorrectionCodec.encode(correction));
        contacts.correct(List.of(StoredCorrection.of(mine.id(), "team", item, ContentHash.of(item), correction, TODAY)))
                .block();
    }
}
