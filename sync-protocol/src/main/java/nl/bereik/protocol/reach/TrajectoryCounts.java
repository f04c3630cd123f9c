package nl.bereik.protocol.reach;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import nl.bereik.protocol.trajectory.TrajectoryEnd;

/**
 * Exact counts of what happened to trajectories.
 *
 * @param started the starts
 * @param ended per end, how many above zero
 * @param exited the exits
 * @param sustained how many exits were found to last
 * @param relapsed how many relapses after an exit
 */
public record TrajectoryCounts(
        PersonEvents started, Map<TrajectoryEnd, Long> ended, PersonEvents exited, long sustained, long relapsed) {

    public TrajectoryCounts {
        Map<TrajectoryEnd, Long> copy = new EnumMap<>(TrajectoryEnd.class);
        copy.putAll(ended);
        ended = Collections.unmodifiableMap(copy);
    }

    /** Counts nothing. */
    public static TrajectoryCounts zero() {
        return new TrajectoryCounts(PersonEvents.NONE, Map.of(), PersonEvents.NONE, 0, 0);
    }

    /** The counts of both together; they must count different things. */
    public TrajectoryCounts plus(TrajectoryCounts other) {
        Map<TrajectoryEnd, Long> sum = new EnumMap<>(TrajectoryEnd.class);
        sum.putAll(ended);
        other.ended.forEach((end, count) -> sum.merge(end, count, Long::sum));
        return new TrajectoryCounts(
                started.plus(other.started),
                sum,
                exited.plus(other.exited),
                sustained + other.sustained,
                relapsed + other.relapsed);
    }

    /** The counts without those of things that are among them; what is not there is not taken away. */
    public TrajectoryCounts minus(TrajectoryCounts some) {
        Map<TrajectoryEnd, Long> rest = new EnumMap<>(TrajectoryEnd.class);
        rest.putAll(ended);
        Cells.takeAway(rest, some.ended);
        return new TrajectoryCounts(
                started.minus(some.started),
                rest,
                exited.minus(some.exited),
                Math.max(0, sustained - some.sustained),
                Math.max(0, relapsed - some.relapsed));
    }

    /** By how many more trajectories run afterwards; negative when fewer do. */
    public long moreRunning() {
        return started.events()
                - ended.values().stream().mapToLong(Long::longValue).sum();
    }
}
