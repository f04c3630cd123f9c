package nl.bereik.protocol.contact;

/** What was given or done during a contact moment. */
public enum Service {
    CONDOMS,
    INFO_CARD,
    STI_TEST,
    DROP_IN_INVITE,
    REFERRAL,
    ADVICE,
    FOOD_DRINK
}
