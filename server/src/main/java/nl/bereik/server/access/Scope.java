package nl.bereik.server.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Whose things somebody may see and change: those of some teams, or of all there are and will be. What lies outside it
 * is answered as if it did not exist.
 *
 * @param everywhere whether it covers all teams; then {@code teams} is empty
 */
public record Scope(boolean everywhere, Set<String> teams) {
    public static final Scope EVERYWHERE = new Scope(true, Set.of());

    public Scope {
        teams = everywhere ? Set.of() : Set.copyOf(teams);
    }

    public static Scope of(Collection<String> teams) {
        return new Scope(false, Set.copyOf(teams));
    }

    public boolean covers(String team) {
        return everywhere || teams.contains(team);
    }

    /** Those of these teams that it covers, in their order. */
    public List<String> within(List<String> all) {
        return all.stream().filter(this::covers).toList();
    }

    /** Whether all that the other covers lies in it. */
    public boolean covers(Scope other) {
        return everywhere || (!other.everywhere && teams.containsAll(other.teams));
    }
}
