package nl.bereik.mobile.teamkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.enrolment.EnrolReply;
import org.junit.jupiter.api.Test;

class TeamKeysTest {
    private static final URI SERVER = URI.create("https://bereik.example");

    private final MemoryDisk disk = new MemoryDisk();
    private final TeamKey first = TeamKey.random(1, new Random(1));
    private final TeamKey second = TeamKey.random(2, new Random(2));

    @Test
    void theNewestIsCurrentAndOldOnesStayOverCompactionAndRestart() {
        Phone phone = PhoneSamples.open(disk);
        assertThat(phone.teamKeys().current()).isEmpty();
        enrol(phone, "team-a");
        know(phone, first);
        know(phone, second);
        phone.compact();
        Phone again = PhoneSamples.open(disk.crashed());
        assertThat(again.teamKeys().current()).contains(second);
        assertThat(again.teamKeys().of(1)).contains(first);
        assertThat(again.teamKeys().of(3)).isEmpty();
    }

    @Test
    void anotherTeamsKeysAreForgotten() {
        Phone phone = PhoneSamples.open(disk);
        enrol(phone, "team-a");
        know(phone, first);
        enrol(phone, "team-a");
        assertThat(phone.teamKeys().current()).contains(first);
        enrol(phone, "team-b");
        assertThat(phone.teamKeys().current()).isEmpty();
    }

    @Test
    void aKeyIsNotPrinted() {
        assertThat(first).hasToString("TeamKey[epoch=1]");
        assertThat(new Entry.TeamKeyKnown(1, first.hex())).hasToString("TeamKeyKnown[epoch=1]");
    }

    private static void know(Phone phone, TeamKey key) {
        phone.record(new Entry.TeamKeyKnown(key.epoch(), key.hex()));
    }

    private static void enrol(Phone phone, String team) {
        String id = phone.enrolment().keyFor(SERVER).thumbprint();
        phone.enrolment().enrolled(new EnrolReply(id, team, PhoneSamples.NOW));
    }
}
