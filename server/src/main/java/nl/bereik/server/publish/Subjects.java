package nl.bereik.server.publish;

import java.util.List;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.server.disclosure.Cell;
import nl.bereik.server.disclosure.Parts;
import nl.bereik.server.disclosure.Relation;
import nl.bereik.server.disclosure.Relation.Quantity;
import nl.bereik.server.disclosure.Subject;

/** What the tables of the menu count, and what everybody knows of these counts among each other. */
final class Subjects {
    static final Subject CONTACTS = Subject.events("contacts");
    static final Subject WITHOUT_CODE = Subject.events("contactsWithoutCode");
    static final Subject PROFESSIONALS = Subject.events("professionalsReached");
    static final Subject REGISTRATIONS = Subject.events("registrations");
    static final Subject CONSULTATIONS = Subject.events("consultations");
    static final Subject PREVENTION = Subject.activities("preventionActivities");
    static final Subject PARTICIPANTS = Subject.events("preventionParticipants");
    static final Subject STARTED = Subject.events("trajectoriesStarted");
    static final Subject ENDED = Subject.events("trajectoriesEnded");
    static final Subject PEOPLE = Subject.people("trajectoryPeople");
    static final Subject UNDER_21 = Subject.people("peopleUnder21");
    static final Subject UNDER_18 = Subject.people("peopleUnder18");
    static final Subject INVOLUNTARY = Subject.people("peopleInvoluntary");
    static final Subject EXITED = Subject.people("peopleExited");
    static final Subject SUSTAINED = Subject.events("exitsSustained");
    static final Subject RELAPSES = Subject.events("relapses");
    static final Subject RUNNING = Subject.people("trajectoriesRunning");
    static final Subject NEEDS = Subject.events("needs");

    /** In no table, but everybody knows how it hangs together with what is: contacts that were not with professionals. */
    private static final Subject WITH_PEOPLE = Subject.events("contactsWithPeople");

    /** Likewise: the people who are not there involuntarily. */
    private static final Subject VOLUNTARY = Subject.people("peopleVoluntary");

    private Subjects() {}

    /** What is left out here, disclosure control does not guard against. */
    static List<Relation> relations() {
        return List.of(
                new Relation(
                        Parts.EXACT,
                        whole(WITH_PEOPLE),
                        List.of(
                                of(CONTACTS, "audience", Audience.SEX_WORKER),
                                of(CONTACTS, "audience", Audience.AT_RISK))),
                Relation.includes(WITH_PEOPLE, WITHOUT_CODE),
                Relation.includes(PARTICIPANTS, PREVENTION),
                new Relation(
                        Parts.EXACT,
                        whole(PROFESSIONALS),
                        List.of(
                                of(PARTICIPANTS, "audience", Audience.PROFESSIONAL),
                                whole(CONSULTATIONS),
                                of(CONTACTS, "audience", Audience.PROFESSIONAL))),
                Relation.includes(STARTED, PEOPLE),
                Relation.includes(UNDER_21, UNDER_18),
                new Relation(Parts.EXACT, whole(UNDER_18), List.of(of(PEOPLE, "ageBand", AgeBand.UNDER_18))),
                new Relation(
                        Parts.EXACT,
                        whole(UNDER_21),
                        List.of(of(PEOPLE, "ageBand", AgeBand.UNDER_18), of(PEOPLE, "ageBand", AgeBand.FROM_18_TO_20))),
                new Relation(Parts.EXACT, whole(PEOPLE), List.of(whole(INVOLUNTARY), whole(VOLUNTARY))),
                new Relation(Parts.WITHIN, of(ENDED, "end", TrajectoryEnd.EXITED), List.of(whole(EXITED))));
    }

    private static Quantity whole(Subject subject) {
        return new Quantity(subject, Cell.TOTAL);
    }

    private static Quantity of(Subject subject, String dimension, Enum<?> category) {
        return new Quantity(subject, Cell.of(dimension, category.name()));
    }
}
