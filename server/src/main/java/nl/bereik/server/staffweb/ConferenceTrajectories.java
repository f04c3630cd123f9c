package nl.bereik.server.staffweb;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.bereik.server.trajectory.StuckTrajectories.Stuck;

/** Lays the trajectories out that a case conference talks about, without anybody's name. Plain: all is passed in. */
final class ConferenceTrajectories {
    private static final int SHORT = 8;
    private static final Comparator<Stuck> LONGEST_FIRST = Comparator.comparing(Stuck::lastOn)
            .thenComparing(stuck -> stuck.trajectory().id());

    private final List<Stuck> stuck;
    private final NeedPeople people;
    private final Words words;
    private final LocalDate today;

    /** Trajectories on which nothing is told, and what that means. */
    record Part(String title, String hint, String count, List<Row> rows) {}

    /**
     * A trajectory.
     *
     * @param reference as phones show it
     * @param phases a dash when it is in none
     * @param organisation of whoever told the last of it; a dash when nobody knows which
     * @param since for how long nothing was told
     */
    record Row(String reference, String phases, String startedOn, String lastOn, String organisation, String since) {}

    ConferenceTrajectories(List<Stuck> stuck, NeedPeople people, Words words, LocalDate today) {
        this.stuck = stuck;
        this.people = people;
        this.words = words;
        this.today = today;
    }

    /** @param months after how many without a step a trajectory is stuck */
    Part part(int months) {
        return new Part(
                words.text("conference.trajectories"),
                words.text("conference.trajectories.hint", months),
                words.number(stuck.size()),
                stuck.stream().sorted(LONGEST_FIRST).map(this::row).toList());
    }

    private Row row(Stuck stuck) {
        String organisation = stuck.holder() == null ? "" : people.organisationOf(stuck.holder());
        String phases = stuck.trajectory().phases().keySet().stream()
                .map(phase -> words.text("conference.phase." + phase))
                .collect(Collectors.joining(", "));
        return new Row(
                stuck.trajectory().id().toString().substring(0, SHORT),
                phases.isEmpty() ? words.cell(0) : phases,
                words.day(stuck.trajectory().startedOn()),
                words.day(stuck.lastOn()),
                organisation.isEmpty() ? words.cell(0) : organisation,
                words.span(Duration.ofDays(ChronoUnit.DAYS.between(stuck.lastOn(), today))));
    }
}
