package nl.bereik.server.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import nl.bereik.server.simulation.Violation.Promise;

/** Virtual time: what is to happen happens in its order, one thing after another, as fast as it can be computed. */
final class World {
    /** A day in the middle of a half-year, so that all figures lie in one period. */
    static final Instant BEGIN = Instant.parse("2026-10-10T20:00:00Z");

    private final Choices choices;
    private final Weather weather;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final List<String> trace = new ArrayList<>();
    private long millis;
    private long planned;
    private boolean faulty;

    private record Event(long at, long number, Life life, Runnable action) {}

    World(Choices choices, Weather weather) {
        this.choices = choices;
        this.weather = weather;
    }

    Weather weather() {
        return weather;
    }

    /** From now on things go wrong, or not. */
    void faulty(boolean now) {
        faulty = now;
        note(now ? "from here on anything may go wrong" : "from here on nothing goes wrong");
    }

    int pick(int options) {
        return choices.pick(options);
    }

    /** As {@link Choices#fault}; 0 while nothing goes wrong. */
    int fault(int kinds, int perMille, String where) {
        int kind = faulty && perMille > 0 ? choices.fault(kinds, perMille) : 0;
        if (kind != 0) {
            note("FAULT " + kind + " of " + kinds + " at " + where);
        }
        return kind;
    }

    void note(String what) {
        trace.add(millis + " " + what);
    }

    List<String> trace() {
        return trace;
    }

    long millis() {
        return millis;
    }

    Instant now() {
        return BEGIN.plusMillis(millis);
    }

    /** The world's time as a clock that is wrong by what the supplier says. */
    Clock clock(Supplier<Duration> wrongBy) {
        return new WorldClock(ZoneOffset.UTC, wrongBy);
    }

    /** Plans something, unless the life that it belongs to is over by then. */
    void after(long delayMillis, Life life, Runnable action) {
        events.add(new Event(millis + delayMillis, planned++, life, action));
    }

    /** Lets things happen until nothing is planned before that time. */
    void runUntil(long untilMillis) {
        while (!events.isEmpty() && events.element().at() <= untilMillis) {
            step();
        }
        millis = Math.max(millis, untilMillis);
    }

    /** Lets things happen until nothing is planned. */
    void runOut(int maxSteps) {
        for (int steps = 0; !events.isEmpty(); steps++) {
            if (steps > maxSteps) {
                throw new Violation(Promise.BECOMES_QUIET, "more than " + maxSteps + " steps");
            }
            step();
        }
    }

    private void step() {
        Event event = events.remove();
        millis = event.at();
        if (!event.life().isOver()) {
            event.action().run();
        }
    }

    private final class WorldClock extends Clock {
        private final ZoneId zone;
        private final Supplier<Duration> wrongBy;

        private WorldClock(ZoneId zone, Supplier<Duration> wrongBy) {
            this.zone = zone;
            this.wrongBy = wrongBy;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new WorldClock(other, wrongBy);
        }

        @Override
        public Instant instant() {
            return now().plus(wrongBy.get());
        }
    }
}
