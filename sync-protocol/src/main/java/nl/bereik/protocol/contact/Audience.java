package nl.bereik.protocol.contact;

/** Whom a contact moment reached. */
public enum Audience {
    SEX_WORKER,
    AT_RISK,
    PROFESSIONAL
}
