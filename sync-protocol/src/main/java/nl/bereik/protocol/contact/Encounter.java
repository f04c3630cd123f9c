package nl.bereik.protocol.contact;

/** Whether the person is new to the team. */
public enum Encounter {
    FIRST,
    REPEAT,
    UNKNOWN
}
