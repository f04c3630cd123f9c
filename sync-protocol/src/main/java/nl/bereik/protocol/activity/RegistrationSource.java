package nl.bereik.protocol.activity;

/** Who reported a person to the network. */
public enum RegistrationSource {
    POLICE,
    CARE,
    MUNICIPALITY,
    SCHOOL,
    /** The person. */
    SELF,
    OTHER
}
