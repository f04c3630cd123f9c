package nl.bereik.mobile.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.care.CaseManager;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Needs that name people: handed over, brought in, wished for, declined. */
class NeedPeopleTest {
    private static final UUID NEED = NeedSamples.id(1);
    private static final Instant AT = Instant.parse("2026-03-06T20:10:00Z");

    private final Phone phone = PhoneSamples.open(new MemoryDisk());
    private final Needs needs = new Needs(phone);

    @BeforeEach
    void people() {
        NeedSamples.pullPeople(phone);
    }

    @Test
    void handingOverCountsAtOnceAndIsUndoneWhenTheServerKnowsNoSuchPerson() {
        mine(NeedStatus.ACCEPTED);
        needs.act(new NeedCommand(NEED, NeedAct.TRANSFER, NeedSamples.OTHER, null));
        assertThat(need().view().state().status()).isEqualTo(NeedStatus.ASSIGNED);
        assertThat(need().view().state().assignee()).isEqualTo(NeedSamples.OTHER);
        assertThat(need().isMine()).isFalse();
        assertThat(pile()).isEqualTo(NeedPile.WAITING);
        NeedSamples.settle(phone, Verdict.REJECTED, new FieldProblem("to", Reason.NO_SUCH_PERSON));
        assertThat(need().isMine()).isTrue();
        assertThat(pile()).isEqualTo(NeedPile.MINE);
        assertThat(need().refused()).singleElement().satisfies(act -> assertThat(act.problems())
                .extracting(FieldProblem::reason)
                .containsExactly(Reason.NO_SUCH_PERSON));
        assertThat(need().actsThatName()).containsExactly(NeedAct.TRANSFER, NeedAct.REFER);
    }

    @Test
    void bringingInKeepsItAndIsToldOnce() {
        mine(NeedStatus.IN_PROGRESS);
        needs.act(new NeedCommand(NEED, NeedAct.REFER, NeedSamples.OTHER, null));
        assertThat(need().isMine()).isTrue();
        assertThat(need().view().state().beside()).containsExactly(NeedSamples.OTHER);
        assertThat(needs.act(new NeedCommand(NEED, NeedAct.REFER, NeedSamples.OTHER, null)))
                .isEmpty();
        assertThat(phone.outbox().items()).hasSize(1);
    }

    @Test
    void onlyWhoMayNamesSomebody() {
        NeedSamples.pull(phone, NeedSamples.open(NEED));
        assertThat(need().actsThatName()).isEmpty();
        assertThatThrownBy(() -> needs.act(new NeedCommand(NEED, NeedAct.TRANSFER, NeedSamples.OTHER, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsBroughtInHasItInHand() {
        NeedState state =
                new NeedState(NeedStatus.ACCEPTED, "sam", NeedSamples.OTHER, Set.of(NeedSamples.ME, "jo1@example.org"));
        pull(state, Set.of());
        assertThat(need().isBesideMe()).isTrue();
        assertThat(need().isMine()).isFalse();
        assertThat(pile()).isEqualTo(NeedPile.MINE);
    }

    @Test
    void whatIDeclinedIsNotOfferedToMeAgain() {
        pull(new NeedState(NeedStatus.ASSIGNED, "sam", NeedSamples.ME, Set.of()), Set.of(Party.ASSIGNEE));
        assertThat(pile()).isEqualTo(NeedPile.NEW);
        UUID act = needs.act(new NeedCommand(NEED, NeedAct.DECLINE, null, DeclineReason.FULL))
                .orElseThrow();
        assertThat(pile()).isEqualTo(NeedPile.WAITING);
        needs.undoLast(act);
        assertThat(pile()).isEqualTo(NeedPile.NEW);
        needs.act(new NeedCommand(NEED, NeedAct.DECLINE, null, DeclineReason.FULL));
        NeedSamples.settle(phone, Verdict.ACCEPTED);
        assertThat(pile()).as("arrived").isEqualTo(NeedPile.WAITING);
        pull(
                new NeedState(NeedStatus.DECLINED, "sam", null, Set.of()),
                Set.of(),
                event("ASSIGN", "", NeedSamples.ME),
                event("DECLINE", NeedSamples.ME, null));
        NeedSamples.synced(phone);
        assertThat(pile()).as("as the server told it").isEqualTo(NeedPile.WAITING);
        assertThat(need().acts()).as("there is a way back").contains(NeedAct.ACCEPT);
    }

    @Test
    void aDeclinedNeedIsNewAgainToOthersToWhoIsAskedAgainAndOnceReopened() {
        NeedEvent declined = event("DECLINE", NeedSamples.ME, null);
        NeedState open = new NeedState(NeedStatus.DECLINED, "sam", null, Set.of());
        pull(open, Set.of(), event("DECLINE", NeedSamples.OTHER, null));
        assertThat(pile()).isEqualTo(NeedPile.NEW);
        pull(
                open,
                Set.of(),
                declined,
                event("ASSIGN", "", NeedSamples.OTHER),
                event("DECLINE", NeedSamples.OTHER, null));
        assertThat(pile()).as("another declined as well").isEqualTo(NeedPile.WAITING);
        NeedState asked = new NeedState(NeedStatus.ASSIGNED, "sam", NeedSamples.ME, Set.of());
        pull(asked, Set.of(Party.ASSIGNEE), declined, event("ASSIGN", "carla", NeedSamples.ME));
        assertThat(pile()).isEqualTo(NeedPile.NEW);
        pull(NeedState.raisedBy("sam"), Set.of(), declined, event("REOPEN", "sam", null));
        assertThat(pile()).isEqualTo(NeedPile.NEW);
        pull(open, Set.of(), event("ACCEPT", NeedSamples.ME, null), declined);
        assertThat(pile()).as("given back").isEqualTo(NeedPile.WAITING);
    }

    @Test
    void wishesAreToldWithTheNeed() {
        UUID id = needs.newId();
        needs.raise(
                id,
                new NeedDraft(
                        null,
                        "Tiel",
                        Topic.HOUSING,
                        Urgency.WEEK,
                        null,
                        "IRISZORG",
                        NeedSamples.OTHER,
                        false,
                        new TreeSet<>(),
                        Map.of()));
        FollowUpNeed told = needs.find(id).orElseThrow().view().need();
        assertThat(told.partner()).isEqualTo("IRISZORG");
        assertThat(told.person()).isEqualTo(NeedSamples.OTHER);
        assertThat(phone.outbox().items().get(0).body()).isEqualTo(NeedCodec.encode(told));
    }

    @Test
    void peopleAreKnownByWhatTellsThemApart() {
        People people = needs.people();
        List<CaseManager> all = people.caseManagers();
        assertThat(all.stream().map(people::distinctName))
                .containsExactly("Jo (GGD Bijzondere Zorg)", "Jo", "Mila", "Noor");
        assertThat(people.nameAndOrganisation(NeedSamples.OTHER)).isEqualTo("Noor (IrisZorg)");
        assertThat(people.name("gone@example.org")).isEqualTo("gone@example.org");
        assertThat(people.organisation("OF_TOMORROW")).contains("OF_TOMORROW");
        assertThat(people.colleagues(Set.of(NeedSamples.OTHER)))
                .extracting(CaseManager::account)
                .containsExactly("jo1@example.org", "jo2@example.org");
    }

    private void mine(NeedStatus status) {
        pull(new NeedState(status, "sam", NeedSamples.ME, Set.of()), Set.of(Party.ASSIGNEE));
    }

    private void pull(NeedState state, Set<Party> you, NeedEvent... events) {
        Set<Party> all = new TreeSet<>(you);
        all.add(Party.CASE_MANAGER);
        List<NeedEvent> timeline = new ArrayList<>(List.of(event(NeedEvent.RAISED, "sam", null)));
        timeline.addAll(List.of(events));
        FollowUpNeed told = NeedSamples.need(NEED, Topic.HOUSING, Urgency.TODAY);
        NeedSamples.pull(phone, new NeedView(NEED, told, state, all, timeline));
    }

    private static NeedEvent event(String what, String by, @Nullable String to) {
        return new NeedEvent(what, by, AT, to, null);
    }

    private PhoneNeed need() {
        return needs.find(NEED).orElseThrow();
    }

    private NeedPile pile() {
        return Arrays.stream(NeedPile.values())
                .filter(pile -> pile.holds(need()))
                .findFirst()
                .orElseThrow();
    }
}
