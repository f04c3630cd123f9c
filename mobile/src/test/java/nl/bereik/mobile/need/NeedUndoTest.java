package nl.bereik.mobile.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes back what was done to a need without coverage. */
class NeedUndoTest {
    private static final UUID NEED = NeedSamples.id(1);
    private static final UUID OTHER = NeedSamples.id(2);

    private MemoryDisk disk = new MemoryDisk();
    private Phone phone = PhoneSamples.open(disk);
    private Needs needs = new Needs(phone);

    @BeforeEach
    void needsOfTheTeam() {
        String id =
                phone.enrolment().keyFor(URI.create("https://bereik.example")).thumbprint();
        phone.enrolment().enrolled(new EnrolReply(id, "team", PhoneSamples.NOW));
        NeedSamples.pull(phone, NeedSamples.open(NEED), NeedSamples.open(OTHER));
    }

    @Test
    void whatWasDoneCanBeUndoneUntilItIsSent() {
        act(NeedAct.ACCEPT);
        needs.act(new NeedCommand(NEED, NeedAct.DECLINE, null, DeclineReason.FULL));
        DoneAct declined = need().waiting().get(1);
        assertThat(declined.canBeUndone()).isTrue();
        assertThat(needs.undoLast(declined.item())).isTrue();
        assertThat(need().view().state().status()).isEqualTo(NeedStatus.ACCEPTED);
        phone.outbox().sending().nextBatch(10);
        DoneAct accepted = need().waiting().get(0);
        assertThat(accepted.canBeUndone()).isFalse();
        assertThat(needs.undoLast(accepted.item())).isFalse();
    }

    @Test
    void stepsAreUndoneFromTheLastOneBack() {
        act(NeedAct.ACCEPT);
        act(NeedAct.START);
        act(NeedAct.FINISH);
        needs.act(NeedCommand.of(OTHER, NeedAct.ACCEPT));
        List<DoneAct> done = need().waiting();
        assertThat(done).extracting(DoneAct::canBeUndone).containsExactly(false, false, true);
        assertThat(needs.undoLast(done.get(0).item()))
                .as("what comes after it would be refused")
                .isFalse();
        assertThat(need().waiting()).hasSize(3);
        assertThat(needs.undoLast(done.get(2).item())).isTrue();
        restart();
        assertThat(need().waiting()).extracting(DoneAct::canBeUndone).containsExactly(false, true);
        assertThat(needs.undoLast(done.get(1).item())).isTrue();
        assertThat(needs.undoLast(done.get(0).item())).isTrue();
        assertThat(need().view().state().status()).isEqualTo(NeedStatus.OPEN);
        assertThat(phone.outbox().sending().nextBatch(10)).as("of another need").hasSize(1);
    }

    private void act(NeedAct act) {
        needs.act(NeedCommand.of(NEED, act));
    }

    private PhoneNeed need() {
        return needs.find(NEED).orElseThrow();
    }

    private void restart() {
        disk = disk.crashed();
        phone = PhoneSamples.open(disk, phone.parts().clock(), new Random(disk.content("journal").length));
        needs = new Needs(phone);
    }
}
