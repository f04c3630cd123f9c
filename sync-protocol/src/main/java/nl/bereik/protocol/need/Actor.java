package nl.bereik.protocol.need;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who does something to a need.
 *
 * @param name the account
 * @param offices what this person is by role; being raiser or assignee follows from the need
 */
public record Actor(String name, Set<Party> offices) {
    /** The rules of assignment and escalation. */
    public static final Actor RULES = new Actor("", Set.of(Party.RULES));

    public Actor {
        offices = offices.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(offices));
    }

    boolean isOneOf(Set<Party> parties, NeedState need) {
        return parties.stream().anyMatch(party -> switch (party) {
            case RAISER -> name.equals(need.raiser());
            case ASSIGNEE -> name.equals(need.assignee());
            case CASE_MANAGER, COORDINATOR, RULES -> offices.contains(party);
        });
    }
}
