package nl.bereik.server.access;

import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who sent a request, looked up for each request anew.
 *
 * @param name of the account
 * @param roles never empty
 */
public record Person(String name, Set<Role> roles, Scope scope, Standing standing) implements AuthenticatedPrincipal {
    public Person {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
