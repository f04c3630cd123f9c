package nl.bereik.server.publish;

import java.util.List;

/** A chapter of a report, with the ids of the tables of the closed menu that belong in it, in the order shown. */
public enum Chapter {
    CONTACTS(
            "contacts-without-code",
            "contacts-by-month",
            "contacts-by-channel",
            "contacts-by-area",
            "contacts-by-channel-and-area",
            "contacts-by-encounter",
            "contacts-by-languages",
            "contacts-by-topics",
            "contacts-by-services",
            "contacts-by-signals"),
    PEOPLE(
            "professionals-reached",
            "contacts-by-audience",
            "contacts-by-gender",
            "contacts-by-age-band",
            "contacts-by-work-form"),
    ACTIVITIES(
            "registrations-by-source",
            "registrations-by-area",
            "consultations-by-topics",
            "consultations-by-area",
            "prevention-by-programme",
            "prevention-by-area",
            "participants-by-audience"),
    TRAJECTORIES(
            "trajectories-started",
            "people-under-21",
            "people-under-18",
            "people-involuntary",
            "people-exited",
            "exits-sustained",
            "relapses",
            "trajectories-running",
            "people-by-gender",
            "people-by-age-band",
            "trajectories-by-end"),
    NEEDS("needs-by-life-domain", "needs-by-urgency", "needs-by-partner", "needs-by-area");

    private final List<String> tables;

    Chapter(String... tables) {
        this.tables = List.of(tables);
    }

    /** The ids of its tables; a period or a view may lack some of them. */
    public List<String> tables() {
        return tables;
    }
}
