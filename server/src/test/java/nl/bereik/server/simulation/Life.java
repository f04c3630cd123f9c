package nl.bereik.server.simulation;

/** One run of something that can be stopped; what it had still planned dies with it. */
final class Life {
    private boolean over;

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }
}
