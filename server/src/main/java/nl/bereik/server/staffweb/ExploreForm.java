package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.SignInController.text;

import java.util.ArrayList;
import java.util.List;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What figures somebody wants to see.
 *
 * @param team one of those that may be seen; empty for all of these together
 * @param show one of the closed menu; empty for the overview
 */
record ExploreForm(PeriodField period, String team, String show) {

    /** What came of reading it: what to show, or what is wrong. */
    record Read(@Nullable ReportingPeriod period, Scope scope, List<PeriodField.Problem> problems) {}

    /** @param otherwise the period when none is told */
    static ExploreForm of(MultiValueMap<String, String> query, ReportingPeriod otherwise) {
        PeriodField told = PeriodField.of(query);
        return new ExploreForm(
                told.isEmpty() ? PeriodField.of(otherwise) : told, text(query, "team"), text(query, "show"));
    }

    /**
     * @param teams those that may be seen
     * @param menu what can be shown
     */
    Read read(Scope scope, List<String> teams, List<String> menu) {
        PeriodField.Read span = period.read();
        List<PeriodField.Problem> problems = new ArrayList<>(span.problems());
        if (!team.isEmpty() && !teams.contains(team)) {
            problems.add(new PeriodField.Problem("team", "explore.problem.team"));
        }
        if (!show.isEmpty() && !menu.contains(show)) {
            problems.add(new PeriodField.Problem("show", "explore.problem.show"));
        }
        return new Read(span.period(), team.isEmpty() ? scope : Scope.of(List.of(team)), problems);
    }

    /** Where the same is shown, once read without problems. */
    String address(ReportingPeriod read) {
        return UriComponentsBuilder.fromPath("/explore")
                .queryParam("period", read.name())
                .queryParam("team", team)
                .queryParam("show", show)
                .encode()
                .toUriString();
    }
}
