package nl.bereik.server.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Who may reach a route. */
public sealed interface RouteRule {

    /** Everybody. */
    record Open() implements RouteRule {}

    /** Phones, which sign each request. */
    record Phones() implements RouteRule {}

    /** People with one of these roles, and all teams if so, who have come so far with signing in. */
    record People(Set<Role> roles, boolean everywhere, Standing from) implements RouteRule {
        public People {
            roles = Set.copyOf(roles);
        }

        /** Whether roles and scope are the right ones; what is missing of signing in is another matter. */
        boolean allows(Person person) {
            return person.roles().stream().anyMatch(roles::contains)
                    && (!everywhere || person.scope().everywhere());
        }
    }

    /** Nobody: there is no such route, or nothing says whom it is for. */
    record Nobody() implements RouteRule {}

    /** The rule that stands beside a handler; that of nobody when there is none, or more than one. */
    static RouteRule of(HandlerMethod handler) {
        @Nullable AllowedTo people = handler.getMethodAnnotation(AllowedTo.class);
        boolean phones = handler.hasMethodAnnotation(SignedByInstall.class);
        boolean open = handler.hasMethodAnnotation(OpenToAll.class);
        if (people != null && !phones && !open) {
            return new People(Set.of(people.value()), people.everywhere(), people.from());
        }
        if (phones && people == null && !open) {
            return new Phones();
        }
        return open && people == null && !phones ? new Open() : new Nobody();
    }
}
