package nl.bereik.protocol.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.state.StateRecord;
import org.junit.jupiter.api.Test;

class TeamNoteTest {
    private static final UUID CONTACT = UUID.fromString("7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11");
    private static final UUID CORRECTION = UUID.fromString("0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e22");
    private static final SealedText SEALED = new SealedText(2, new byte[SealedText.MIN_BYTES]);

    @Test
    void survivesTheWayAndTellsNothingMore() {
        for (UUID item : new UUID[] {CONTACT, CORRECTION}) {
            TeamNote note = new TeamNote(CONTACT, item, LocalDate.of(2026, 11, 21), "ZONE", "Tiel", SEALED);
            StateRecord record = note.record();
            assertThat(record.id()).isEqualTo("note:" + CONTACT);
            assertThat(record.body().members().keySet()).isSubsetOf("contact", "item", "on", "channel", "area", "note");
            assertThat(TeamNote.read(
                            StateRecord.fromJson(Json.readObject(record.toJson().text()))))
                    .contains(note);
        }
    }

    @Test
    void theItemOfAFirstTellingIsTheContact() {
        TeamNote note = new TeamNote(CONTACT, CONTACT, LocalDate.of(2026, 11, 21), "ZONE", "Tiel", SEALED);
        assertThat(note.record().body().members()).doesNotContainKey("item");
    }

    @Test
    void whatCannotBeReadIsPassedOver() {
        TeamNote note = new TeamNote(CONTACT, CONTACT, LocalDate.of(2026, 11, 21), "ZONE", "Tiel", SEALED);
        String body = note.record().body().text();
        assertThat(read("need", body)).isFalse();
        assertThat(read(TeamNote.KIND, body)).isTrue();
        assertThat(read(TeamNote.KIND, body.replace("2026-11-21", "soon"))).isFalse();
        assertThat(read(TeamNote.KIND, body.replace(CONTACT.toString(), "me"))).isFalse();
        assertThat(read(TeamNote.KIND, body.replace("\"epoch\":2", "\"epoch\":-2")))
                .isFalse();
        assertThat(read(TeamNote.KIND, body.replace("\"ZONE\"", "\"TRAIN\""))).isTrue();
    }

    private static boolean read(String kind, String body) {
        return TeamNote.read(StateRecord.of("note:1", kind, Json.readObject(body)))
                .isPresent();
    }
}
