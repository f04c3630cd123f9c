package nl.bereik.protocol.activity;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or some organisation reported a person to the network.
 *
 * @param source who did
 */
public record Registration(LocalDate on, RegistrationSource source, String area, Map<String, @Nullable Object> more)
        implements Activity {
    /** The item kind. */
    public static final String KIND = "registration";

    public Registration {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    @Override
    public String kind() {
        return KIND;
    }
}
