package nl.bereik.server.need;

import static nl.bereik.server.need.NeedSamples.commanding;
import static nl.bereik.server.need.NeedSamples.id;
import static nl.bereik.server.need.NeedSamples.raising;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.ContactSamples;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.MemoryAccounts;
import nl.bereik.server.account.Remit;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Teams;
import nl.bereik.server.intake.Intake;
import nl.bereik.server.intake.MemoryCustodyLedger;
import nl.bereik.server.intake.MemoryQuarantine;
import nl.bereik.server.retention.MemoryForgotten;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Needs by the way of the intake, in the name of those who carry the phones, and out by the pull. */
class NeedIntakeTest {
    private static final Teams TEAMS = new Teams(List.of("team", "other"));

    private final TestTime clock = new TestTime("2025-03-14T22:00:00Z");
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryNeedStore store = new MemoryNeedStore();
    private final Holders holders = new Holders(accounts, TEAMS);
    private final ReferenceData reference = ReferenceData.gelderlandZuid();
    private final NeedsOfHolder slices = new NeedsOfHolder(store, holders, reference, clock);
    private final Intake intake = new Intake(
            new MemoryContactStore(),
            new MemoryNeeds(store, accounts, TEAMS, clock, 1).intake(),
            new MemoryEventStore(),
            new MemoryQuarantine(),
            new MemoryCustodyLedger(),
            new MemoryForgotten(),
            reference,
            clock);

    private final Install worker = phone("worker", "team");
    private final Install first = phone("first", "team");
    private final Install second = phone("second", "team");
    private final Install third = phone("third", "team");
    private final Install coordinator = phone("coordinator", "team");
    private final Install elsewhere = phone("elsewhere", "other");

    @BeforeEach
    void people() {
        add("worker", Role.WORKER, "team");
        add("first", Role.CASE_MANAGER, "team");
        add("second", Role.CASE_MANAGER, "team");
        add("third", Role.CASE_MANAGER, "team");
        add("coordinator", Role.COORDINATOR, "team");
        add("elsewhere", Role.CASE_MANAGER, "other");
    }

    @Test
    void aNeedIsRaisedOnceAndReachesCaseManagersOfTheTeam() {
        assertThat(push(worker, raising(1))).containsExactly(accepted(1));
        assertThat(push(worker, raising(1))).containsExactly(outcome(1, Verdict.DUPLICATE));

        NeedView view = view(first);
        assertThat(view.need()).isEqualTo(NeedSamples.need());
        assertThat(view.state().status()).isEqualTo(NeedStatus.OPEN);
        assertThat(view.you()).containsExactly(Party.CASE_MANAGER);
        assertThat(view.acts()).containsExactly(NeedAct.ACCEPT);
        assertThat(view(worker).you()).containsExactly(Party.RAISER);
        assertThat(view(coordinator).you()).containsExactly(Party.COORDINATOR);
        assertThat(views(elsewhere)).as("another team").isEmpty();
        assertThat(views(phone(null, "team"))).as("a phone of nobody").isEmpty();
    }

    @Test
    void theFirstAcceptWinsAndTheLoserIsTold() {
        push(worker, raising(1));

        assertThat(push(first, commanding(2, NeedCommand.of(id(1), NeedAct.ACCEPT))))
                .containsExactly(accepted(2));
        assertThat(push(second, commanding(3, NeedCommand.of(id(1), NeedAct.ACCEPT))))
                .containsExactly(outcome(3, Verdict.REJECTED, new FieldProblem("act", Reason.ALREADY_TAKEN)));

        assertThat(view(first).state().assignee()).isEqualTo("first");
        assertThat(view(second).state().assignee()).as("who has it").isEqualTo("first");
        assertThat(view(second).acts()).isEmpty();
        assertThat(views(third)).as("what somebody else has is not shown").isEmpty();
        assertThat(push(second, commanding(3, NeedCommand.of(id(1), NeedAct.ACCEPT))))
                .as("a verdict is final")
                .containsExactly(outcome(3, Verdict.REJECTED, new FieldProblem("act", Reason.ALREADY_TAKEN)));
    }

    @Test
    void theRaiserHearsWhatCameOfItForSomeDays() {
        push(worker, raising(1));
        push(
                first,
                commanding(2, NeedCommand.of(id(1), NeedAct.ACCEPT)),
                commanding(3, NeedCommand.of(id(1), NeedAct.FINISH)));

        NeedView view = view(worker);
        assertThat(view.state().status()).isEqualTo(NeedStatus.DONE);
        assertThat(view.timeline()).extracting(NeedEvent::what).containsExactly("RAISE", "ACCEPT", "FINISH");
        assertThat(view.timeline()).extracting(NeedEvent::by).containsExactly("worker", "first", "first");
        clock.move(Duration.ofDays(DaysTold.DAYS));
        assertThat(views(worker)).hasSize(1);
        clock.move(Duration.ofDays(1));
        assertThat(views(worker)).isEmpty();
    }

    @Test
    void theCoordinatorAssignsToWhoCanTakeItOnly() {
        push(worker, raising(1));

        assertThat(push(coordinator, commanding(2, new NeedCommand(id(1), NeedAct.ASSIGN, "worker", null))))
                .containsExactly(outcome(2, Verdict.REJECTED, new FieldProblem("to", Reason.NO_SUCH_PERSON)));
        assertThat(push(coordinator, commanding(3, new NeedCommand(id(1), NeedAct.ASSIGN, "elsewhere", null))))
                .containsExactly(outcome(3, Verdict.REJECTED, new FieldProblem("to", Reason.NO_SUCH_PERSON)));
        assertThat(push(coordinator, commanding(4, new NeedCommand(id(1), NeedAct.ASSIGN, "first", null))))
                .containsExactly(accepted(4));
        assertThat(view(first).you()).containsExactly(Party.ASSIGNEE, Party.CASE_MANAGER);
    }

    @Test
    void whoMayNotDoesNothing() {
        push(worker, raising(1));

        assertThat(push(worker, commanding(2, NeedCommand.of(id(1), NeedAct.ACCEPT))))
                .containsExactly(outcome(2, Verdict.REJECTED, new FieldProblem("act", Reason.NOT_YOURS)));
        assertThat(push(elsewhere, commanding(3, NeedCommand.of(id(1), NeedAct.ACCEPT))))
                .as("as if there were none")
                .containsExactly(outcome(3, Verdict.REJECTED, new FieldProblem("need", Reason.NO_SUCH_NEED)));
        assertThat(push(first, commanding(4, NeedCommand.of(id(9), NeedAct.ACCEPT))))
                .containsExactly(outcome(4, Verdict.REJECTED, new FieldProblem("need", Reason.NO_SUCH_NEED)));
        Install visitor = phone("visitor", "team");
        add("visitor", Role.CASE_MANAGER, "other");
        assertThat(push(visitor, commanding(5, NeedCommand.of(id(1), NeedAct.ACCEPT))))
                .as("a case manager of another team with a phone of this one")
                .containsExactly(outcome(5, Verdict.REJECTED, new FieldProblem("act", Reason.NOT_YOURS)));
    }

    @Test
    void readableTextIsRefusedAndKeptNowhere() {
        PushItem sound = raising(1);
        PushItem readable = new PushItem(
                sound.opId(),
                1,
                sound.kind(),
                1,
                Json.readObject(sound.body()
                        .text()
                        .replaceFirst("\\{\"epoch\".*?\\}", "\"red coat\"")
                        .replace("HOUSING", "CHESS")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(push(worker, readable).get(0).verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(views(first)).isEmpty();
    }

    @Test
    void wishesForWhoOrWhatIsKnownAreKept() {
        push(worker, wishing(1, "MOVIERA", "first"));
        assertThat(view(first).need().partner()).isEqualTo("MOVIERA");
        assertThat(view(first).need().person()).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource({"RETIRED,nobody", "Maria,Maria", "Maria 06-12345678,Maria 06-12345678", ",x"})
    void otherWishesAreNoneAndTheNeedIsThereWithoutTheirText(@Nullable String partner, String person) {
        PushItem item = wishing(1, partner, person);
        assertThat(push(worker, item)).containsExactly(accepted(1));
        FollowUpNeed kept = Objects.requireNonNull(store.find(id(1)).block()).need();
        assertThat(kept).isEqualTo(NeedSamples.need());
        assertThat(NeedCodec.encode(kept).text()).doesNotContain("Maria", "RETIRED");
    }

    @Test
    void toldAgainItIsTheSameWhateverIsKnownByThen() {
        PushItem item = wishing(1, "RETIRED", "new");
        RaisedItem raised = new RaisedItem(item, need(item), ContentHash.of(item));
        NeedIntake needs = new MemoryNeeds(store, accounts, TEAMS, clock, 1).intake();
        assertThat(needs.raise(worker, List.of(raised)).block()).containsExactly(Insertion.INSERTED);
        add("new", Role.CASE_MANAGER, "team");
        assertThat(needs.raise(worker, List.of(raised)).block()).containsExactly(Insertion.SAME_CONTENT);
        PushItem other = wishing(1, "RETIRED", "newer");
        assertThat(needs.raise(worker, List.of(new RaisedItem(other, need(other), ContentHash.of(other))))
                        .block())
                .containsExactly(Insertion.OTHER_CONTENT);
    }

    private static PushItem wishing(long number, @Nullable String partner, @Nullable String person) {
        FollowUpNeed need = NeedSamples.need().wishing(partner, person);
        return new PushItem(id(number), number, NeedCodec.KIND, NeedCodec.SCHEMA, NeedCodec.encode(need));
    }

    private static FollowUpNeed need(PushItem item) {
        return ((Decoded.Whole<FollowUpNeed>) NeedCodec.decode(item.body())).value();
    }

    private List<ItemOutcome> push(Install install, PushItem... items) {
        return Objects.requireNonNull(
                        intake.push(install, ContactSamples.batch(items)).block())
                .outcomes();
    }

    private NeedView view(Install install) {
        List<NeedView> views = views(install);
        assertThat(views).hasSize(1);
        return views.get(0);
    }

    private List<NeedView> views(Install install) {
        return Objects.requireNonNull(slices.of(install).collectList().block()).stream()
                .map(NeedView::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private void add(String name, Role role, String team) {
        accounts.add(new Account(name, "hash", false, Set.of(role), Remit.ofTeams(List.of(team))))
                .block();
    }

    private static Install phone(@Nullable String holder, String team) {
        TestPhone phone = new TestPhone();
        Install install = phone.install(team);
        return new Install(
                install.id(), team, install.publicKey(), null, Instant.EPOCH, null, null, null, holder, false);
    }

    private static ItemOutcome accepted(long number) {
        return outcome(number, Verdict.ACCEPTED);
    }

    private static ItemOutcome outcome(long number, Verdict verdict, FieldProblem... problems) {
        return new ItemOutcome(id(number).toString(), verdict, List.of(problems));
    }
}
