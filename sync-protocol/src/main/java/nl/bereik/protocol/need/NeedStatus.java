package nl.bereik.protocol.need;

/** Where a follow-up need stands. */
public enum NeedStatus {
    /** Nobody has it. */
    OPEN(false, false),
    /** Somebody is asked to take it. */
    ASSIGNED(true, false),
    /** Somebody took it. */
    ACCEPTED(true, false),
    IN_PROGRESS(true, false),
    DONE(true, true),
    /** Whoever had it could not find the person. */
    NOT_REACHED(true, false),
    /** Whoever was asked cannot take it, or had to give it back. */
    DECLINED(false, false),
    /** It is no need any more. */
    WITHDRAWN(false, true);

    private final boolean somebodys;
    private final boolean closed;

    NeedStatus(boolean somebodys, boolean closed) {
        this.somebodys = somebodys;
        this.closed = closed;
    }

    /** Whether there is somebody whose need it is, or was when it ended. */
    public boolean isSomebodys() {
        return somebodys;
    }

    /** Whether nothing is waited for. */
    public boolean isClosed() {
        return closed;
    }

    /** Whether somebody has yet to accept it. */
    public boolean waitsForSomebody() {
        return this == OPEN || this == ASSIGNED || this == DECLINED;
    }
}
