package nl.bereik.mobile.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.state.Outcomes;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repairs what was refused of a contact that was told more than once: it stays one contact. */
class CorrectionRepairTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ContactMoment CONTACT = PhoneSamples.contact(DAY);
    private static final ContactMoment DAY_BEFORE = PhoneSamples.contact(DAY.minusDays(1));

    private final Phone phone = PhoneSamples.open(new MemoryDisk());
    private final Outbox outbox = phone.outbox();

    @BeforeEach
    void enrol() {
        String id =
                phone.enrolment().keyFor(URI.create("https://bereik.example")).thumbprint();
        phone.enrolment().enrolled(new EnrolReply(id, "team", PhoneSamples.NOW));
    }

    @Test
    void aRefusedCorrectionIsRepairedByACorrection() {
        UUID root = outbox.save(CONTACT);
        settle(Verdict.ACCEPTED);
        UUID refused = outbox.correct(root, CONTACT);
        settle(Verdict.REJECTED);
        assertThat(outbox.stateOf(refused)).isEqualTo(ItemState.NEEDS_REPAIR);

        outbox.repair(refused, DAY_BEFORE);
        assertThat(outbox.stateOf(refused)).isNull();
        assertThat(outbox.stateOf(root)).isEqualTo(ItemState.ARRIVED);
        tells(root, 3, DAY_BEFORE);
    }

    @Test
    void aRefusedCorrectionMayBeRepairedByTakingTheContactBack() {
        UUID root = outbox.save(CONTACT);
        settle(Verdict.ACCEPTED);
        UUID refused = outbox.correct(root, DAY_BEFORE);
        settle(Verdict.REJECTED);
        outbox.repair(refused, null);
        tells(root, 3, null);
    }

    /** As a contact of its own it would count beside the correction that the server has. */
    @Test
    void aContactRefusedAfterItWasCorrectedStaysOneContact() {
        UUID root = outbox.save(CONTACT);
        settle(Verdict.QUARANTINED);
        outbox.correct(root, DAY_BEFORE);
        settle(Verdict.ACCEPTED);
        ItemOutcome refusal = new ItemOutcome(root.toString(), Verdict.REJECTED, List.of());
        phone.state().pulled(new StateReply(List.of(Outcomes.record(refusal)), List.of()));

        outbox.repair(root, CONTACT);
        assertThat(outbox.stateOf(root)).isNull();
        tells(root, 3, CONTACT);
        outbox.correct(root, null);
        tells(root, 4, null);
    }

    @Test
    void aRefusedContactIsRepairedByAContactAndNotByNothing() {
        UUID refused = outbox.save(CONTACT);
        settle(Verdict.REJECTED);
        assertThatThrownBy(() -> outbox.repair(refused, null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(outbox.stateOf(refused)).isEqualTo(ItemState.NEEDS_REPAIR);
        outbox.repair(refused, DAY_BEFORE);
        assertThat(outbox.sending().nextBatch(2)).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(ContactCodec.KIND);
            assertThat(item.body()).isEqualTo(ContactCodec.encode(DAY_BEFORE));
        });
    }

    private void settle(Verdict verdict) {
        PushItem item = outbox.sending().nextBatch(1).get(0);
        outbox.sending().settle(List.of(ItemOutcome.of(item, verdict)));
    }

    private void tells(UUID root, long version, @Nullable ContactMoment contact) {
        assertThat(outbox.sending().nextBatch(2)).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(CorrectionCodec.KIND);
            assertThat(CorrectionCodec.decode(item.body()))
                    .isEqualTo(new Decoded.Whole<>(new ContactCorrection(root, version, contact)));
        });
        settle(Verdict.ACCEPTED);
    }
}
