package nl.bereik.protocol.contact;

/** Whether somebody works at the zone with a permit; asked for {@link Channel#ZONE} only. */
public enum PermitStatus {
    WITH,
    WITHOUT,
    UNKNOWN
}
