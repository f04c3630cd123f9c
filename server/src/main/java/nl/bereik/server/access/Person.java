package nl.bereik.server.access;

import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who sent a request, looked up for each request anew.
 *
 * @param name of the account
 * @param roles never empty
 * @param shownAs by which people know the account; only to be shown
 */
public record Person(String name, Set<Role> roles, Scope scope, Standing standing, String shownAs)
        implements AuthenticatedPrincipal {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** Somebody who is known by the name of the account. */
    public Person(String name, Set<Role> roles, Scope scope, Standing standing) {
        this(name, roles, scope, standing, name);
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
