package nl.bereik.server.staffweb;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.server.need.StoredNeed;

/** Lays the needs out that a case conference talks about, without anybody's name. Plain: all it needs is passed in. */
final class ConferencePages {
    private static final Set<NeedStatus> CAME_BACK = Set.of(NeedStatus.DECLINED, NeedStatus.NOT_REACHED);
    private static final Set<NeedStatus> WITH_SOMEBODY = Set.of(NeedStatus.ACCEPTED, NeedStatus.IN_PROGRESS);

    private final NeedsNow needs;
    private final Words words;
    private final NeedWords told;
    private final Duration stuckAfter;

    /**
     * The list.
     *
     * @param summary how many needs are on it, each counted once
     */
    record Page(String title, String summary, List<Part> parts) {}

    /** Why needs are on the list, and which. @param hint what the title means, in a sentence */
    record Part(String code, String title, String hint, String count, List<Row> rows) {}

    /**
     * A need.
     *
     * @param organisation of whoever has it; a dash when nobody has, or nobody knows which
     * @param since for how long it stands so, has waited for somebody, or has been overdue
     */
    record Row(
            String id,
            String reference,
            String domain,
            String area,
            String urgency,
            String signals,
            String state,
            String organisation,
            String since) {}

    ConferencePages(NeedsNow needs, Words words, Duration stuckAfter) {
        this.needs = needs;
        this.words = words;
        this.told = new NeedWords(words, needs.people());
        this.stuckAfter = stuckAfter;
    }

    Page page() {
        Predicate<StoredNeed> overdue = need -> NeedFilter.isOverdue(need, needs.now());
        Predicate<StoredNeed> signals = need -> !need.need().signals().isEmpty();
        List<Part> parts = List.of(
                part("overdue", overdue),
                part("waiting", this::isWaiting),
                part("signals", signals),
                part("stuck", this::isStuck));
        long all = needs.open().stream()
                .filter(overdue.or(this::isWaiting).or(signals).or(this::isStuck))
                .count();
        return new Page(
                words.text("conference.title"),
                words.text("conference.summary", all, words.day(needs.now()), words.time(needs.now())),
                parts);
    }

    /** What can wait is never overdue: without this, one that nobody accepts would be nowhere. */
    private boolean isWaiting(StoredNeed need) {
        return CAME_BACK.contains(need.state().status())
                || need.waitsSince()
                        .map(since -> Duration.between(since, needs.now()).compareTo(stuckAfter) > 0)
                        .orElse(false);
    }

    private boolean isStuck(StoredNeed need) {
        return WITH_SOMEBODY.contains(need.state().status()) && withSince(need).compareTo(stuckAfter) > 0;
    }

    /** For how long the same somebody has it: being brought in or beginning is no other. */
    private Duration withSince(StoredNeed need) {
        return need.history().stream()
                .filter(done -> done.event().what().equals("ACCEPT"))
                .reduce((first, second) -> second)
                .map(done -> Duration.between(done.event().at(), needs.now()))
                .orElse(Duration.between(need.changedAt(), needs.now()));
    }

    private Part part(String code, Predicate<StoredNeed> which) {
        List<Row> rows = needs.open().stream()
                .filter(which)
                .sorted(
                        code.equals("stuck")
                                ? Comparator.comparing(this::withSince)
                                        .reversed()
                                        .thenComparing(StoredNeed::id)
                                : BoardPages.mostPressingFirst(needs.now()))
                .map(need -> row(code, need))
                .toList();
        return new Part(
                code,
                words.text("conference." + code),
                words.text("conference." + code + ".hint", stuckAfter.toDays()),
                words.number(rows.size()),
                rows);
    }

    private Row row(String code, StoredNeed need) {
        String assignee = need.state().assignee();
        String organisation = assignee == null ? "" : needs.people().organisationOf(assignee);
        return new Row(
                need.id().toString(),
                NeedWords.reference(need),
                told.domain(need.need().lifeDomain()),
                need.need().area(),
                told.urgencyShort(need.need().urgency()),
                String.join(", ", told.signals(need)),
                words.text("conference.state." + need.state().status()),
                organisation.isEmpty() ? words.cell(0) : organisation,
                told.span(since(code, need)));
    }

    private Duration since(String code, StoredNeed need) {
        Optional<Duration> late = need.acceptBy().map(by -> Duration.between(by, needs.now()));
        return switch (code) {
            case "overdue" -> late.orElse(Duration.ZERO);
            case "stuck" -> withSince(need);
            case "waiting" -> Duration.between(waitingSince(need), needs.now());
            default -> Duration.between(need.receivedAt(), needs.now());
        };
    }

    private static Instant waitingSince(StoredNeed need) {
        return CAME_BACK.contains(need.state().status())
                ? need.changedAt()
                : need.waitsSince().orElseGet(need::changedAt);
    }
}
