package nl.bereik.mobile.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.protocol.care.CareTeam;
import nl.bereik.protocol.care.CaseManager;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import org.jspecify.annotations.Nullable;

/** Needs for tests; nobody in them exists. */
public final class NeedSamples {
    public static final String ME = "mila@example.org";
    public static final String OTHER = "noor@example.org";
    public static final LocalDate DAY = LocalDate.of(2026, 3, 6);

    /** Me, one other of an organisation, and two of one name. */
    public static final CareTeam TEAM = new CareTeam(
            ME,
            List.of(
                    new CaseManager("jo1@example.org", "Jo", "GGD"),
                    new CaseManager("jo2@example.org", "Jo", null),
                    new CaseManager(ME, "Mila", "MEE"),
                    new CaseManager(OTHER, "Noor", "IRISZORG")));

    private NeedSamples() {}

    /** The people of the team, and who I am, as the server tells them. */
    public static void pullPeople(Phone phone) {
        phone.state().pulled(new StateReply(List.of(TEAM.record()), List.of()));
    }

    public static NeedDraft draft(Map<NeedText, String> texts) {
        return new NeedDraft(
                null, "Tiel", Topic.HOUSING, Urgency.TODAY, "ro", null, null, true, new TreeSet<>(), texts);
    }

    public static UUID id(long number) {
        return new UUID(0x4000, Long.MIN_VALUE | number);
    }

    /** A need for case managers, with a hint sealed under the team's first key. */
    public static FollowUpNeed need(UUID id, Topic domain, Urgency urgency, Signal... signals) {
        TextSealer sealer = new TextSealer(KeySamples.keys(KeySamples.key(1)));
        return new FollowUpNeed(
                null,
                DAY,
                "Nijmegen",
                domain,
                urgency,
                "ro",
                null,
                null,
                true,
                new TreeSet<>(Arrays.asList(signals)),
                sealer.seal(Purpose.NEED_HINT, id, "Groene muts, loopt met een stok")
                        .orElseThrow(),
                sealer.seal(Purpose.NEED_MEETING, id, "Dinsdag na tienen bij de huiskamer")
                        .orElseThrow(),
                null,
                Map.of());
    }

    public static NeedView view(
            FollowUpNeed need, UUID id, NeedStatus status, @Nullable String assignee, Party... you) {
        return new NeedView(
                id,
                need,
                new NeedState(status, OTHER, assignee, Set.of()),
                Set.of(you),
                List.of(new NeedEvent(NeedEvent.RAISED, OTHER, Instant.parse("2026-03-06T20:05:00Z"), null, null)));
    }

    public static NeedView open(UUID id) {
        return view(need(id, Topic.HOUSING, Urgency.TODAY), id, NeedStatus.OPEN, null, Party.CASE_MANAGER);
    }

    public static void pull(Phone phone, NeedView... views) {
        phone.state()
                .pulled(new StateReply(
                        Arrays.stream(views).map(NeedView::record).toList(), List.of()));
    }

    /** The server's word on all that waits. */
    public static void settle(Phone phone, Verdict verdict, FieldProblem... problems) {
        List<PushItem> batch = phone.outbox().sending().nextBatch(100);
        phone.outbox()
                .sending()
                .settle(batch.stream()
                        .map(item -> ItemOutcome.of(item, verdict, problems))
                        .toList());
    }

    /** The end of a round with the server, after its pull. */
    public static void synced(Phone phone) {
        phone.outbox().sending().synced(Custody.NONE);
    }
}
