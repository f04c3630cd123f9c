package nl.bereik.protocol.contact;

/** What a contact moment was about; the same list serves as the life domain of a follow-up need. */
public enum Topic {
    SAFETY,
    SEXUAL_HEALTH,
    GENERAL_HEALTH,
    ADDICTION,
    MENTAL_HEALTH,
    HOUSING,
    INCOME_DEBT,
    WORK_DAYTIME,
    RIGHTS_TAX_PERMIT,
    SOCIAL_NETWORK,
    VIOLENCE,
    EXIT
}
