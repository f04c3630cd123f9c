package nl.bereik.protocol.contact;

/** Age in whole years; the reports ask for under 18 and under 21. */
public enum AgeBand {
    UNDER_18,
    FROM_18_TO_20,
    FROM_21_TO_26,
    FROM_27,
    UNKNOWN
}
