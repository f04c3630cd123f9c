package nl.bereik.mobile.app;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.protocol.notes.TeamNote;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.state.StateReply;

/** Notes for pictures; nobody in them exists. */
final class NoteShots {
    static final String ORDINARY = "Wil praten over werk in de zorg. Kwam met een vriendin; komt dinsdag terug.";
    static final String IDENTIFYING = "Wil praten over ander werk, bel haar op 06-12345678 of mail lisa@example.org";

    private NoteShots() {}

    /** Gives the phone a key and what colleagues noted, one under a key that it does not have. */
    static void ofColleagues(Phone phone) {
        KeySamples.give(phone, KeySamples.key(1));
        pull(phone, 1, PhoneSamples.SHIFT, "ZONE", "Nijmegen", KeySamples.key(1), ORDINARY);
        pull(
                phone,
                2,
                PhoneSamples.SHIFT.minusDays(1),
                "DROP_IN",
                "Nijmegen",
                KeySamples.key(1),
                "Slaapt nu bij een kennis. Vraagt naar een plek voor de nacht en naar iemand die Roemeens spreekt."
                        + "\n\nDe kaart van de huiskamer gegeven.");
        pull(phone, 3, PhoneSamples.SHIFT.minusDays(2), "ONLINE", "Tiel", KeySamples.key(2), "Later meer.");
    }

    private static void pull(
            Phone phone, long number, LocalDate on, String channel, String area, TeamKey key, String text) {
        UUID contact = new UUID(7, number);
        SealedText sealed = new TextSealer(KeySamples.keys(key))
                .seal(Purpose.NOTE, contact, text)
                .orElseThrow();
        phone.state()
                .pulled(new StateReply(
                        List.of(new TeamNote(contact, contact, on, channel, area, sealed).record()), List.of()));
    }
}
