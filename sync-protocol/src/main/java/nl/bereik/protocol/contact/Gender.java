package nl.bereik.protocol.contact;

/** As the reports ask: women, men, and trans or non-binary people. */
public enum Gender {
    WOMAN,
    MAN,
    TRANS_OR_NONBINARY,
    UNKNOWN
}
