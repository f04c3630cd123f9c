package nl.bereik.protocol.contact;

/** What the worker fears; each raises an urgent need by itself. */
public enum Signal {
    COERCION,
    EXPLOITATION,
    MINOR,
    ACUTE_DANGER
}
