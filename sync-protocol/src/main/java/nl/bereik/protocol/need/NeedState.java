package nl.bereik.protocol.need;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a need stands and whose it is.
 *
 * @param raiser the account or install that raised it
 * @param assignee who has it, is asked to take it, or had it when it ended; null when nobody is
 * @param beside who was brought in beside the assignee, sorted
 */
public record NeedState(
        NeedStatus status, String raiser, @Nullable String assignee, Set<String> beside) {
    public NeedState {
        beside = java.util.Collections.unmodifiableSet(new TreeSet<>(beside));
        if (status.isSomebodys() != (assignee != null)) {
            throw new IllegalArgumentException("a need that is somebody's says whose it is");
        }
    }

    /** As it is raised. */
    public static NeedState raisedBy(String raiser) {
        return new NeedState(NeedStatus.OPEN, raiser, null, Set.of());
    }

    NeedState with(NeedStatus next, @Nullable String somebody) {
        return new NeedState(next, raiser, somebody, beside);
    }

    NeedState with(String another) {
        Set<String> more = new TreeSet<>(beside);
        more.add(another);
        return new NeedState(status, raiser, assignee, more);
    }
}
