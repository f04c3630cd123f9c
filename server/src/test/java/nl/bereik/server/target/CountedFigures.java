package nl.bereik.server.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.ContactSamples;
import nl.bereik.server.access.Scope;
import nl.bereik.server.reach.Figures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Figures of as many contacts as were added, that count how often they are asked for. */
final class CountedFigures implements Figures {
    private final List<DayTally> tallies = new ArrayList<>();
    private int asked;

    void add(String team, String on, Channel channel, int contacts) {
        LocalDate day = LocalDate.parse(on);
        tallies.add(new DayTally(
                team, day, ReachCounts.fold(Collections.nCopies(contacts, ContactSamples.contact(day, channel)))));
    }

    int asked() {
        return asked;
    }

    @Override
    public Mono<ReachFigures> of(Scope scope, ReportingPeriod period) {
        return until(scope, period, period.last().atEndOfMonth());
    }

    @Override
    public Mono<ReachFigures> until(Scope scope, ReportingPeriod period, LocalDate last) {
        return Mono.fromSupplier(() -> {
            asked++;
            return ReachFigures.sum(
                    period,
                    tallies.stream()
                            .filter(tally ->
                                    scope.covers(tally.team()) && !tally.day().isAfter(last))
                            .toList(),
                    0);
        });
    }

    @Override
    public Flux<Boolean> changes() {
        return Flux.never();
    }
}
