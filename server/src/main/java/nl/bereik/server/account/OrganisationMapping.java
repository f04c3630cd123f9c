package nl.bereik.server.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.bereik.server.access.Role;
import org.jspecify.annotations.Nullable;

/** Makes an account out of what the organisation says of somebody. Plain. */
final class OrganisationMapping {
    /** No account made here can have a name that begins so. */
    static final String PREFIX = "org:";

    private static final int LONGEST = 120;

    private final OrganisationProperties properties;

    OrganisationMapping(OrganisationProperties properties) {
        this.properties = properties;
    }

    /** Empty when there is no name, or nothing here is for somebody with these groups. */
    Optional<Account> account(Map<String, Object> claims) {
        Object name = claims.get(properties.nameClaim());
        if (!(name instanceof String text) || text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<String> teams = new TreeSet<>();
        boolean everywhere = false;
        for (String group : texts(claims.get(properties.rolesClaim()))) {
            roles.addAll(properties.roles().getOrDefault(group, Set.of()));
            teams.addAll(properties.teams().getOrDefault(group, List.of()));
            everywhere |= properties.everywhere().contains(group);
        }
        if (roles.isEmpty() || (teams.isEmpty() && !everywhere)) {
            return Optional.empty();
        }
        Remit remit = everywhere ? Remit.EVERYWHERE : Remit.ofTeams(teams);
        return Optional.of(new Account(PREFIX + Account.nameOf(text), "", false, roles, remit));
    }

    private static List<String> texts(@Nullable Object claim) {
        if (claim instanceof String one) {
            return List.of(one);
        }
        return claim instanceof Collection<?> many
                ? many.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
