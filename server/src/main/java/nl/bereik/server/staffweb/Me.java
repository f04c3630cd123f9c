package nl.bereik.server.staffweb;

import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Standing;

/**
 * Who has signed in, for the top of the page.
 *
 * @param in whether signing in is complete; the pages are not shown before
 * @param ofAllTeams whether what concerns all teams together is shown: half-years, the audit trail
 */
record Me(
        String name,
        String shownAs,
        boolean in,
        boolean figures,
        boolean published,
        boolean phones,
        boolean accounts,
        boolean ofAllTeams) {
    static Me of(Person person) {
        boolean runs = person.is(Role.COORDINATOR) || person.is(Role.ADMINISTRATOR);
        return new Me(
                person.name(),
                person.shownAs(),
                person.standing() == Standing.FULL,
                person.is(Role.COORDINATOR),
                person.is(Role.VIEWER),
                runs,
                runs,
                person.is(Role.COORDINATOR) && person.scope().everywhere());
    }

    /** The page to begin on. */
    static String home(Person person) {
        if (person.standing() != Standing.FULL) {
            return person.standing().page();
        }
        if (person.is(Role.COORDINATOR)) {
            return "/figures";
        }
        if (person.is(Role.ADMINISTRATOR)) {
            return "/phones";
        }
        return person.is(Role.VIEWER) ? "/published" : "/account";
    }
}
