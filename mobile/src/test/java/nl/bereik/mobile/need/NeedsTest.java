package nl.bereik.mobile.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static final UUID NEED = NeedSamples.id(1);
    private static final FieldProblem TOO_LATE = new FieldProblem("", Reason.ALREADY_TAKEN);

    private MemoryDisk disk = new MemoryDisk();
    private Phone phone = enrolled(PhoneSamples.open(disk));
    private Needs needs = new Needs(phone);

    @Test
    void whatIsRaisedIsThereAtOnceAndAfterARestartWithItsTextsSealed() {
        KeySamples.give(phone, KeySamples.key(1));
        UUID id = needs.newId();
        needs.raise(id, NeedSamples.draft(Map.of(NeedText.HINT, " rode sjaal ", NeedText.NOTE, "  ")));
        restart();
        PhoneNeed need = need(id);
        assertThat(need.raised()).isEqualTo(ItemState.WAITING);
        assertThat(need.isConfirmed()).isFalse();
        assertThat(need.isRaisedByMe()).isTrue();
        assertThat(need.isForMe()).isFalse();
        assertThat(need.view().need().on()).isEqualTo(needs.today());
        assertThat(needs.open(id, need.view().need())).isEqualTo(Map.of(NeedText.HINT, new Opened.Text("rode sjaal")));
        assertThat(item(id).body().text()).doesNotContain("sjaal");
    }

    @Test
    void raisingUnderTheSameIdAgainChangesNothing() {
        UUID id = needs.newId();
        needs.raise(id, NeedSamples.draft(Map.of()));
        restart();
        needs.raise(id, NeedSamples.draft(Map.of()));
        assertThat(needs.now().needs()).hasSize(1);
        assertThat(phone.outbox().items()).hasSize(1);
    }

    @Test
    void aTextNeedsAKeyAndMayNotIdentify() {
        UUID id = needs.newId();
        NeedDraft hint = NeedSamples.draft(Map.of(NeedText.HINT, "rode sjaal"));
        assertThat(needs.canWriteTexts()).isFalse();
        assertThatThrownBy(() -> needs.raise(id, hint)).isInstanceOf(IllegalStateException.class);
        KeySamples.give(phone, KeySamples.key(1));
        assertThat(needs.canWriteTexts()).isTrue();
        for (NeedText text : NeedText.values()) {
            NeedDraft telling = NeedSamples.draft(Map.of(text, "bel 06-12345678"));
            assertThatThrownBy(() -> needs.raise(id, telling)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(needs.now().needs()).isEmpty();
        assertThat(hint.toString()).doesNotContain("sjaal");
    }

    @Test
    void aTextMovedToAnotherFieldOrNeedDoesNotOpen() {
        KeySamples.give(phone, KeySamples.key(1));
        UUID id = needs.newId();
        needs.raise(id, NeedSamples.draft(Map.of(NeedText.HINT, "rode sjaal", NeedText.MEETING, "dinsdag")));
        FollowUpNeed told = need(id).view().need();
        assertThat(needs.open(NEED, told).values()).allMatch(Opened.Unreadable.class::isInstance);
        SealedText hint = told.hint();
        FollowUpNeed moved = new FollowUpNeed(
                null,
                told.on(),
                "Tiel",
                Topic.HOUSING,
                Urgency.NOW,
                null,
                null,
                null,
                false,
                told.signals(),
                null,
                hint,
                hint,
                Map.of());
        assertThat(needs.open(id, moved).values()).hasSize(2).allMatch(Opened.Unreadable.class::isInstance);
    }

    @Test
    void onceItIsPulledTheServersWordCounts() {
        UUID id = needs.newId();
        needs.raise(id, NeedSamples.draft(Map.of()));
        NeedSamples.settle(phone, Verdict.ACCEPTED);
        assertThat(need(id).raised()).isEqualTo(ItemState.ARRIVED);
        NeedSamples.pull(
                phone,
                NeedSamples.view(need(id).view().need(), id, NeedStatus.ACCEPTED, NeedSamples.OTHER, Party.RAISER));
        restart();
        assertThat(needs.now().needs()).singleElement().satisfies(need -> {
            assertThat(need.raised()).isNull();
            assertThat(need.isConfirmed()).isTrue();
            assertThat(need.view().state().status()).isEqualTo(NeedStatus.ACCEPTED);
            assertThat(need.view().state().assignee()).isEqualTo(NeedSamples.OTHER);
            assertThat(need.raisedAt()).isEqualTo(PhoneSamples.NOW);
        });
    }

    @Test
    void aNeedThatTheServerRefusedSaysWhyAndCanBeRaisedAgainOrPutAway() {
        UUID id = needs.newId();
        needs.raise(id, NeedSamples.draft(Map.of()));
        NeedSamples.settle(phone, Verdict.REJECTED, new FieldProblem("area", Reason.UNKNOWN_CODE));
        assertThat(need(id).needsAttention()).isTrue();
        assertThat(need(id).problems()).extracting(FieldProblem::field).containsExactly("area");
        assertThat(need(id).acts()).isEmpty();
        assertThat(phone.outbox().status().needsRepair()).as("no contact").isZero();
        assertThat(phone.outbox().status().turnedDown()).isEqualTo(1);
        UUID again = needs.newId();
        needs.raiseAgain(id, again, NeedSamples.draft(Map.of()));
        assertThatThrownBy(() -> needs.raiseAgain(id, needs.newId(), NeedSamples.draft(Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        restart();
        assertThat(needs.now().needs()).extracting(PhoneNeed::id).containsExactly(again);
        assertThat(needs.dismiss(again)).as("it waits").isFalse();
        NeedSamples.settle(phone, Verdict.REJECTED);
        assertThat(needs.dismiss(again)).isTrue();
        assertThat(needs.now().needs()).isEmpty();
    }

    @Test
    void anAcceptCountsAtOnceAndIsNotConfirmedBeforeItIsPulled() {
        NeedSamples.pull(phone, NeedSamples.open(NEED));
        assertThat(need(NEED).acts()).containsExactly(NeedAct.ACCEPT);
        assertThat(act(NeedAct.ACCEPT)).isPresent();
        restart();
        assertThat(need(NEED).view().state().status()).isEqualTo(NeedStatus.ACCEPTED);
        assertThat(need(NEED).isMine()).isTrue();
        assertThat(need(NEED).isConfirmed()).isFalse();
        assertThat(need(NEED).acts()).containsExactly(NeedAct.START, NeedAct.FINISH, NeedAct.MISS, NeedAct.DECLINE);

        NeedSamples.settle(phone, Verdict.ACCEPTED);
        assertThat(need(NEED).isMine()).as("taken, not yet pulled").isTrue();
        NeedSamples.pull(
                phone,
                NeedSamples.view(
                        need(NEED).view().need(),
                        NEED,
                        NeedStatus.ACCEPTED,
                        NeedSamples.ME,
                        Party.CASE_MANAGER,
                        Party.ASSIGNEE));
        NeedSamples.synced(phone);
        assertThat(need(NEED).isConfirmed()).isTrue();
        assertThat(need(NEED).isMine()).isTrue();
    }

    @Test
    void anActThatThePullShowsTheEndOfIsNotAppliedAgain() {
        NeedSamples.pull(phone, NeedSamples.open(NEED));
        act(NeedAct.ACCEPT);
        NeedSamples.settle(phone, Verdict.ACCEPTED);
        NeedSamples.synced(phone);
        assertThat(need(NEED).view().state().status())
                .as("accepted and unassigned before the pull")
                .isEqualTo(NeedStatus.OPEN);
        assertThat(need(NEED).acts()).contains(NeedAct.ACCEPT);
    }

    @Test
    void doingItTwiceTellsItOnce() {
        NeedSamples.pull(phone, NeedSamples.open(NEED));
        act(NeedAct.ACCEPT);
        assertThat(act(NeedAct.ACCEPT)).isEmpty();
        assertThat(phone.outbox().items()).hasSize(1);
    }

    @Test
    void severalActsOfflineFollowOneAnother() {
        NeedSamples.pull(phone, NeedSamples.open(NEED));
        act(NeedAct.ACCEPT);
        act(NeedAct.START);
        act(NeedAct.FINISH);
        restart();
        assertThat(need(NEED).view().state().status()).isEqualTo(NeedStatus.DONE);
        assertThat(need(NEED).waiting())
                .extracting(done -> done.command().act())
                .containsExactly(NeedAct.ACCEPT, NeedAct.START, NeedAct.FINISH);
        assertThat(phone.outbox().sending().nextBatch(10))
                .extracting(item -> item.body().text("act"))
                .containsExactly("ACCEPT", "START", "FINISH");
    }

    @Test
    void theLoserOfARaceSeesWhoHasItAndWhatWasDoneIsUndone() {
        NeedSamples.pull(phone, NeedSamples.open(NEED));
        act(NeedAct.ACCEPT);
        act(NeedAct.START);
        NeedSamples.settle(phone, Verdict.REJECTED, TOO_LATE);
        NeedSamples.pull(
                phone,
                NeedSamples.view(
                        need(NEED).view().need(), NEED, NeedStatus.ACCEPTED, NeedSamples.OTHER, Party.CASE_MANAGER));
        NeedSamples.synced(phone);
        restart();
        PhoneNeed need = need(NEED);
        assertThat(need.isMine()).isFalse();
        assertThat(need.view().state().assignee()).isEqualTo(NeedSamples.OTHER);
        assertThat(need.needsAttention()).isTrue();
        assertThat(need.refused()).hasSize(2).allMatch(DoneAct::cameTooLate);
        assertThat(need.waiting()).isEmpty();
        need.refused().forEach(act -> assertThat(needs.dismiss(act.item())).isTrue());
        restart();
        assertThat(need(NEED).needsAttention()).isFalse();
        assertThat(phone.outbox().items()).isEmpty();
    }

    @Test
    void whatWasRefusedForANeedThatIsGoneIsStillTold() {
        NeedSamples.pull(phone, NeedSamples.open(NEED));
        act(NeedAct.ACCEPT);
        NeedSamples.settle(phone, Verdict.REJECTED, new FieldProblem("need", Reason.NO_SUCH_NEED));
        phone.state().pulled(new StateReply(List.of(), List.of("need:" + NEED)));
        assertThat(needs.now().needs()).isEmpty();
        assertThat(needs.now().lost()).extracting(DoneAct::isRefused).containsExactly(true);
        assertThat(needs.now().needAttention()).isEqualTo(1);
    }

    @Test
    void whatCannotBeDoneIsNotSaved() {
        NeedSamples.pull(phone, NeedSamples.open(NEED));
        assertThatThrownBy(() -> act(NeedAct.FINISH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> needs.act(NeedCommand.of(NeedSamples.id(2), NeedAct.ACCEPT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(phone.outbox().items()).isEmpty();
    }

    @Test
    void withdrawingWhatWasNeverSentTakesItBackAndWhatWasSentIsTold() {
        UUID unsent = needs.newId();
        needs.raise(unsent, NeedSamples.draft(Map.of()));
        assertThat(needs.act(NeedCommand.of(unsent, NeedAct.WITHDRAW))).isEmpty();
        assertThat(phone.outbox().items()).isEmpty();
        UUID sent = needs.newId();
        needs.raise(sent, NeedSamples.draft(Map.of()));
        phone.outbox().sending().nextBatch(10);
        assertThat(needs.act(NeedCommand.of(sent, NeedAct.WITHDRAW))).isPresent();
        assertThat(need(sent).view().state().status()).isEqualTo(NeedStatus.WITHDRAWN);
        assertThat(need(sent).isConfirmed()).isFalse();
    }

    @Test
    void theMostUrgentComesFirst() {
        UUID now = NeedSamples.id(2);
        NeedSamples.pull(
                phone,
                NeedSamples.open(NEED),
                NeedSamples.view(
                        NeedSamples.need(now, Topic.SAFETY, Urgency.NOW),
                        now,
                        NeedStatus.OPEN,
                        null,
                        Party.CASE_MANAGER));
        assertThat(needs.now().needs()).extracting(PhoneNeed::id).containsExactly(now, NEED);
    }

    @Test
    void theServerReadsWhatThePhoneWrote() {
        KeySamples.give(phone, KeySamples.key(1));
        UUID id = needs.newId();
        needs.raise(id, NeedSamples.draft(Map.of(NeedText.MEETING, "dinsdag")));
        assertThat(NeedCodec.decode(item(id).body())).isInstanceOf(Decoded.Whole.class);
    }

    private Optional<UUID> act(NeedAct act) {
        return needs.act(NeedCommand.of(NEED, act));
    }

    private PhoneNeed need(UUID id) {
        return needs.find(id).orElseThrow();
    }

    private OutboxItem item(UUID id) {
        return phone.outbox().items().stream()
                .filter(item -> item.opId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void restart() {
        disk = disk.crashed();
        phone = PhoneSamples.open(disk, phone.parts().clock(), new Random(disk.content("journal").length));
        needs = new Needs(phone);
    }

    private static Phone enrolled(Phone phone) {
        String id =
                phone.enrolment().keyFor(URI.create("https://bereik.example")).thumbprint();
        phone.enrolment().enrolled(new EnrolReply(id, "team", PhoneSamples.NOW));
        return phone;
    }
}
