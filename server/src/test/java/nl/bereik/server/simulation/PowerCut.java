package nl.bereik.server.simulation;

/** The phone stops in the middle of what it does. An error, so that no code but the world's catches it. */
final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;

    PowerCut() {
        super("power cut", null, false, false);
    }
}
