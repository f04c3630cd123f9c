package nl.bereik.server.need;

import java.util.EnumSet;
import java.util.Set;
import nl.bereik.protocol.need.Actor;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.Party;

/**
 * Whoever carries a phone, as far as needs go.
 *
 * @param actor who it is; named after the phone when nobody is known to carry it
 */
record Holder(Actor actor) {
    private static final String PHONE = "phone:";

    /** Whether the name is that of a phone of which nobody is known to carry it. */
    static boolean isPhone(String name) {
        return name.startsWith(PHONE);
    }

    static Holder ofPhone(String phone) {
        return new Holder(new Actor(PHONE + phone, Set.of()));
    }

    /** What this person is to a need. */
    Set<Party> of(NeedState need) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        parties.addAll(actor.offices());
        if (actor.name().equals(need.raiser())) {
            parties.add(Party.RAISER);
        }
        if (actor.name().equals(need.assignee())) {
            parties.add(Party.ASSIGNEE);
        }
        return parties;
    }

    boolean isCaseManager() {
        return actor.offices().contains(Party.CASE_MANAGER);
    }

    boolean isCoordinator() {
        return actor.offices().contains(Party.COORDINATOR);
    }
}
