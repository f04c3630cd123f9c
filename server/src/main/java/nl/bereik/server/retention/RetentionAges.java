package nl.bereik.server.retention;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept, {@code bereik.retention.*}, as in {@code 24m} or {@code 400d}.
 *
 * @param contacts from the day of the contact; also its half-year has to be sealed before it goes
 * @param quarantine from the day on which an item came that is kept aside
 */
@ConfigurationProperties("bereik.retention")
public record RetentionAges(
        @DefaultValue("24m") Period contacts,
        @DefaultValue("24m") Period quarantine) {
    public RetentionAges {
        require(contacts);
        require(quarantine);
    }

    /** So that pushes need not ask for younger items whether they have been let go of. */
    private static void require(Period age) {
        if (LocalDate.EPOCH.plus(age).isBefore(LocalDate.EPOCH.plusDays(Forgotten.NEVER_BEFORE_DAYS))) {
            throw new IllegalArgumentException(
                    "bereik.retention: nothing goes before " + Forgotten.NEVER_BEFORE_DAYS + " days");
        }
    }
}
