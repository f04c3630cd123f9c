package nl.bereik.server.retention;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept, {@code bereik.retention.*}, as in {@code 24m} or {@code 400d}.
 *
 * @param contacts from the day of the contact or the activity; also its half-year has to be sealed before it goes
 * @param needs from the day on which a follow-up need was closed; also the half-year of its raising has to be sealed
 * @param trajectories from the last day of anything told of a person's trajectories, once all have ended
 * @param quarantine from the day on which an item came that is kept aside
 * @param codes from the moment until which a one-time code was good
 */
@ConfigurationProperties("bereik.retention")
public record RetentionAges(
        @DefaultValue("24m") Period contacts,
        @DefaultValue("12m") Period needs,
        @DefaultValue("24m") Period trajectories,
        @DefaultValue("24m") Period quarantine,
        @DefaultValue("1m") Period codes) {
    private static final LocalDate AFTER_THE_SHORTEST_MONTH = LocalDate.parse("1970-03-01");

    public RetentionAges {
        require(contacts);
        require(needs);
        require(trajectories);
        require(quarantine);
        if (!LocalDate.EPOCH.plus(codes).isAfter(LocalDate.EPOCH)) {
            throw new IllegalArgumentException("bereik.retention: codes are kept for a day at least");
        }
    }

    /** So that pushes need not ask for younger items whether they have been let go of. */
    private static void require(Period age) {
        if (AFTER_THE_SHORTEST_MONTH
                .minus(age)
                .isAfter(AFTER_THE_SHORTEST_MONTH.minusDays(Forgotten.NEVER_BEFORE_DAYS))) {
            throw new IllegalArgumentException(
                    "bereik.retention: nothing goes before " + Forgotten.NEVER_BEFORE_DAYS + " days");
        }
    }
}
