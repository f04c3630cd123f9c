package nl.bereik.protocol.contact;

/** How somebody works. */
public enum WorkForm {
    STREET,
    WINDOW,
    ESCORT,
    HOME,
    MASSAGE,
    CLUB,
    ONLINE_ONLY,
    UNKNOWN
}
