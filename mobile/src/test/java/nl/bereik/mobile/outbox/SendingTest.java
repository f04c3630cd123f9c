package nl.bereik.mobile.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import org.junit.jupiter.api.Test;

class SendingTest extends ItemOnAPhone {
    @Test
    void theNextBatchGetsItsPlacesInTheWriteThatSettlesTheOneBefore() {
        UUID second = phone.outbox().save(CONTACT);
        settle(Verdict.ACCEPTED);
        int written = disk.content("journal").length;

        item = second;
        assertThat(send().opSeq()).isEqualTo(2);
        assertThat(disk.content("journal")).hasSize(written);

        restart();
        assertThat(send().opSeq()).isEqualTo(2);
    }

    @Test
    void whatTheServerDidNotNameComesFirstInTheNextBatchAtItsOwnPlace() {
        UUID second = phone.outbox().save(CONTACT);
        UUID third = phone.outbox().save(CONTACT);
        assertThat(phone.outbox().sending().nextBatch(2)).hasSize(2);

        phone.outbox().sending().settle(List.of(outcome(second, Verdict.ACCEPTED)));

        assertThat(phone.outbox().sending().nextBatch(2))
                .extracting(PushItem::opId, PushItem::opSeq)
                .containsExactly(tuple(item, 1L), tuple(third, 3L));
    }
}
