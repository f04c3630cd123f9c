package nl.bereik.server.disclosure;

/** What a reader sees in one cell. */
public sealed interface Published {

    /** A rounded count. */
    record Value(long rounded) implements Published {}

    /** Nothing, only that there is a number that is not shown: a small one, or one that would give a small one away. */
    record Suppressed() implements Published {}
}
