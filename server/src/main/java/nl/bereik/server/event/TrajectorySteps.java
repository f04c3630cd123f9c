package nl.bereik.server.event;

import java.time.YearMonth;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/**
 * The steps of trajectories, by who told them and of what; a port. Found by indexes: the cost grows with what is found.
 * Publishers error with StoreUnavailableException.
 */
public interface TrajectorySteps {
    /**
     * The trajectories of which one of these installs told a step whose day lies in one of these months, also one that
     * was taken back; each at least once, in no order.
     */
    Flux<UUID> toldBy(Collection<String> installs, Collection<YearMonth> months);

    /** The trajectories of a team that started from one of these needs, as {@link #toldBy}. */
    Flux<UUID> startedFrom(String team, Collection<UUID> needs);

    /** All trajectories of a team that started, as {@link #toldBy}. */
    Flux<UUID> started(String team);

    /** All steps of these trajectories of a team, those that were taken back included, in no order. */
    Flux<ToldStep> of(String team, Collection<UUID> trajectories);
}
