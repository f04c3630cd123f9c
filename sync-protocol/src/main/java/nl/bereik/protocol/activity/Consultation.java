package nl.bereik.protocol.activity;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.bereik.protocol.contact.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A professional asked for advice; nobody was taken into care.
 *
 * @param topics what it was about, in the order of the enum, each once
 */
public record Consultation(LocalDate on, String area, SortedSet<Topic> topics, Map<String, @Nullable Object> more)
        implements Activity {
    /** The item kind. */
    public static final String KIND = "consultation";

    public Consultation {
        topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    @Override
    public String kind() {
        return KIND;
    }
}
