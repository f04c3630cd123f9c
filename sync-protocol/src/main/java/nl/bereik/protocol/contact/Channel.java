package nl.bereik.protocol.contact;

/** Where a contact moment happened. */
public enum Channel {
    STREET,
    ZONE,
    DROP_IN,
    ONLINE,
    WORKPLACE,
    PHONE
}
