package nl.bereik.mobile.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.CustodyPage;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.junit.jupiter.api.Test;

/** A phone and a server that do not hold the same. */
class ReconciledPhoneTest extends ItemOnAPhone {
    /** The server holds an item at a place that this phone has not come to: a backup was restored. */
    @Test
    void itemsOfAPhoneThatWentOnFromTheSameBackupAreNotTakenForOnesOwn() {
        settle(Verdict.ACCEPTED);
        ContentHash other = new ContentHash(7, 7);
        Custody both = new Custody(2, List.of(), 2, hash().xor(other));
        List<CustodyPage.Held> listed = List.of(new CustodyPage.Held(1, hash()), new CustodyPage.Held(2, other));
        assertThat(phone.outbox().sending().reconcile(both, listed)).isFalse();
        stands(ItemState.ARRIVED);
        List<CustodyPage.Held> shared = List.of(new CustodyPage.Held(1, hash()), new CustodyPage.Held(1, other));
        assertThat(phone.outbox().sending().reconcile(both, shared)).isFalse();
    }

    @Test
    void whatTheServerLostAndThePhoneNoLongerHasIsToldAndNotForgotten() {
        settle(Verdict.ACCEPTED);
        phone.outbox().sending().synced(new Custody(1, List.of(), 1, hash()));
        laterBy(3);
        phone.compact();
        restart();
        isGone();
        item = phone.outbox().save(CONTACT);
        settle(Verdict.ACCEPTED);
        Custody afterItsBackup = new Custody(2, List.of(), 1, hash());
        assertThat(phone.outbox().sending().isProvedBy(afterItsBackup)).isFalse();
        assertThat(phone.outbox().sending().reconcile(afterItsBackup, List.of(new CustodyPage.Held(2, hash()))))
                .isTrue();
        stands(ItemState.ARRIVED);
        assertThat(phone.outbox().status().lost()).isEqualTo(1);
        assertThat(phone.outbox().sending().synced(afterItsBackup)).isTrue();
        phone.compact();
        restart();
        assertThat(phone.outbox().status().lost()).isEqualTo(1);
    }
}
