package nl.bereik.mobile.today;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import org.jspecify.annotations.Nullable;

/**
 * One contact in the list.
 *
 * @param on null when it could not be read; likewise the codes
 * @param problems why it is under review or needs repair; else empty
 */
public record TodayLine(
        UUID opId,
        @Nullable LocalDate on,
        @Nullable Channel channel,
        @Nullable Gender gender,
        @Nullable AgeBand ageBand,
        List<Topic> topics,
        List<Signal> signals,
        ItemState state,
        List<FieldProblem> problems) {}
