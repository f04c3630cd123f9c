package nl.bereik.mobile.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.state.Outcomes;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;

/** An item on an enrolled phone that can lose its memory, and what may befall both. */
abstract class ItemOnAPhone {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    static final ContactMoment CONTACT = PhoneSamples.contact(DAY);
    private static final URI SERVER = URI.create("https://bereik.example");

    MemoryDisk disk = new MemoryDisk();
    Phone phone = enrolled(PhoneSamples.open(disk));
    UUID item = phone.outbox().save(CONTACT);

    final void stands(ItemState state) {
        assertThat(phone.outbox().stateOf(item)).isNotEqualTo(ItemState.SENDING);
        restart();
        assertThat(phone.outbox().stateOf(item)).isEqualTo(state);
    }

    final void isGone() {
        assertThat(phone.outbox().stateOf(item)).isNull();
        restart();
        assertThat(phone.outbox().stateOf(item)).isNull();
    }

    final void restart() {
        Clock clock = phone.parts().clock();
        disk = disk.crashed();
        phone = PhoneSamples.open(disk, clock, new Random(disk.content("journal").length));
    }

    final void laterBy(int days) {
        disk = disk.crashed();
        Clock later = Clock.offset(phone.parts().clock(), Duration.ofDays(days));
        phone = PhoneSamples.open(disk, later.withZone(ZoneOffset.UTC), new Random(days));
    }

    final PushItem send() {
        List<PushItem> batch = phone.outbox().sending().nextBatch(1);
        assertThat(batch).hasSize(1);
        return batch.get(0);
    }

    final void settle(Verdict verdict) {
        assertThat(send().opId()).isEqualTo(item);
        phone.outbox().sending().settle(List.of(outcome(item, verdict)));
    }

    final void review(Verdict verdict) {
        phone.state().pulled(new StateReply(List.of(Outcomes.record(outcome(item, verdict))), List.of()));
    }

    final ContentHash hash() {
        return phone.outbox().items().stream()
                .filter(each -> each.opId().equals(item))
                .findFirst()
                .orElseThrow()
                .hash();
    }

    static ItemOutcome outcome(UUID opId, Verdict verdict) {
        return new ItemOutcome(opId.toString(), verdict, List.of());
    }

    static Phone enrolled(Phone phone) {
        String id = phone.enrolment().keyFor(SERVER).thumbprint();
        phone.enrolment().enrolled(new EnrolReply(id, "team", PhoneSamples.NOW));
        return phone;
    }
}
