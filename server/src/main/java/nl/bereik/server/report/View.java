package nl.bereik.server.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whose eyes the figures of a report are for. */
public sealed interface View {
    /** Under which files name this view; never translated. */
    String code();

    /**
     * Exact figures, for the coordinator.
     *
     * @param revisedAt when figures in it were last revised after their half-year had been sealed; null when never
     */
    record Management(@Nullable Instant revisedAt) implements View {
        @Override
        public String code() {
            return "management";
        }
    }

    /**
     * Figures that have passed disclosure control and may leave the building.
     *
     * @param threshold no number of fewer people is shown, at least 1
     * @param rounding what every number is a multiple of; 1 when tables of different times share no other
     * @param release the id of the release that froze them, not blank
     */
    record Published(int threshold, int rounding, String release) implements View {
        public Published {
            if (threshold < 1 || rounding < 1) {
                throw new IllegalArgumentException("threshold and rounding are at least 1");
            }
            release = Text.line(release, "release");
        }

        @Override
        public String code() {
            return "published";
        }
    }
}
