package nl.bereik.mobile.privacy;

/** What a piece of text looks like, in the words that the user sees. */
public enum IdentityKind {
    PHONE_NUMBER,
    EMAIL_ADDRESS,
    /** A name in a social medium or messenger, or the page of one person. */
    WEB_NAME,
    /** A postcode, or a street with a house number. */
    ADDRESS,
    DATE_OF_BIRTH,
    /** The number by which Dutch authorities know a person. */
    CITIZEN_NUMBER,
    BANK_ACCOUNT,
    LICENCE_PLATE
}
