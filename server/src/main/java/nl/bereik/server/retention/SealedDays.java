package nl.bereik.server.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.period.TeamDay;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The days whose figures are final: only what is of these may go. */
@Component
public final class SealedDays {
    private static final int DAYS_AT_ONCE = 31;

    private final PeriodSeals seals;
    private final Teams teams;

    public SealedDays(PeriodSeals seals, Teams teams) {
        this.seals = seals;
        this.teams = teams;
    }

    /**
     * Some days of one sealed half-year, of every team.
     *
     * @param sealed all half-years that are sealed
     */
    public record Part(ReportingPeriod period, Set<TeamDay> days, List<ReportingPeriod> sealed) {
        /** Whether the figures of a day are final. */
        public boolean isSealed(LocalDate day) {
            return sealed.stream().anyMatch(period -> period.contains(day));
        }
    }

    /** All sealed days before this one, each in one part. Errors with StoreUnavailableException. */
    public Flux<Part> before(LocalDate day) {
        return seals.all()
                .filter(PeriodSeal::done)
                .map(PeriodSeal::period)
                .collectList()
                .flatMapIterable(done -> done.stream()
                        .flatMap(period -> parts(period, day, done).stream())
                        .toList());
    }

    private List<Part> parts(ReportingPeriod period, LocalDate before, List<ReportingPeriod> sealed) {
        List<LocalDate> days = period.days().filter(day -> day.isBefore(before)).toList();
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < days.size(); from += DAYS_AT_ONCE) {
            Set<TeamDay> some = days.subList(from, Math.min(days.size(), from + DAYS_AT_ONCE)).stream()
                    .flatMap(each -> teams.ids().stream().map(team -> new TeamDay(team, each)))
                    .collect(Collectors.toUnmodifiableSet());
            parts.add(new Part(period, some, sealed));
        }
        return parts;
    }
}
