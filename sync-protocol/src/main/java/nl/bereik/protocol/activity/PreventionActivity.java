package nl.bereik.protocol.activity;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.contact.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A group session.
 *
 * @param programme code of a configured programme
 * @param audience whom it was for
 * @param participants how many took part, 1 to {@value #MOST_PARTICIPANTS}
 */
public record PreventionActivity(
        LocalDate on,
        String programme,
        Audience audience,
        int participants,
        String area,
        Map<String, @Nullable Object> more)
        implements Activity {
    /** The item kind. */
    public static final String KIND = "prevention";

    /** More than this are taken for a typing error. */
    public static final int MOST_PARTICIPANTS = 2_000;

    public PreventionActivity {
        if (participants < 1 || participants > MOST_PARTICIPANTS) {
            throw new IllegalArgumentException("participants must be 1 to " + MOST_PARTICIPANTS);
        }
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    @Override
    public String kind() {
        return KIND;
    }
}
