package nl.bereik.server.account;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.bereik.server.access.Scope;
import nl.bereik.server.install.Teams;

/**
 * Which teams an account is for, as it was chosen: teams by name, all teams of a region, or everything.
 *
 * @param everywhere whether it is for all teams there are and will be; the others are empty then
 */
public record Remit(boolean everywhere, Set<String> regions, Set<String> teams) {
    public static final Remit EVERYWHERE = new Remit(true, Set.of(), Set.of());

    public Remit {
        regions = everywhere ? Set.of() : Set.copyOf(regions);
        teams = everywhere ? Set.of() : Set.copyOf(teams);
    }

    public static Remit ofTeams(Collection<String> teams) {
        return new Remit(false, Set.of(), Set.copyOf(teams));
    }

    /** Whether all the teams and regions that it names are configured now. */
    boolean isKnown(Teams all) {
        return all.ids().containsAll(teams) && all.regions().keySet().containsAll(regions);
    }

    /** The teams that it comes to now. */
    public Scope scope(Teams all) {
        if (everywhere) {
            return Scope.EVERYWHERE;
        }
        Set<String> seen = new LinkedHashSet<>(teams);
        seen.addAll(all.of(regions));
        return Scope.of(seen);
    }
}
