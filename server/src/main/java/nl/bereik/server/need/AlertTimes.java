package nl.bereik.server.need;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reference.ReferenceData;
import org.springframework.stereotype.Component;

/** When an alert goes out: quiet hours hold all but what is to be done now, and what can wait is told once a day. */
@Component
final class AlertTimes {
    private final NeedProperties properties;
    private final ZoneId zone;

    AlertTimes(NeedProperties properties, ReferenceData reference) {
        this.properties = properties;
        this.zone = reference.zone();
    }

    Instant dueAt(Urgency urgency, Instant now) {
        return switch (urgency) {
            case NOW -> now;
            case TODAY, WEEK -> afterQuiet(now);
            case ROUTINE -> afterQuiet(next(properties.digestAt(), now));
        };
    }

    private Instant afterQuiet(Instant moment) {
        LocalTime time = LocalTime.ofInstant(moment, zone);
        LocalTime from = properties.quietFrom();
        LocalTime to = properties.quietTo();
        boolean quiet = from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
        return quiet ? next(to, moment) : moment;
    }

    private Instant next(LocalTime time, Instant after) {
        LocalDateTime local = LocalDateTime.ofInstant(after, zone);
        LocalDateTime thisDay = local.toLocalDate().atTime(time);
        LocalDateTime next = thisDay.isAfter(local) ? thisDay : thisDay.plusDays(1);
        return next.atZone(zone).toInstant();
    }
}
