package nl.bereik.mobile.sync;

/** Something that is said in a sync after everything else; a sync is complete without it. */
interface Aside {
    /** Whether there is something to say; takes over what was pulled. */
    boolean begins();

    WireRequest request(SignedRequests signed);

    /**
     * @return whether there may be something to pull because of it
     * @throws IllegalArgumentException when it is no reply to this
     */
    boolean replied(WireReply reply);

    /** The server does not know of such things: no more in this sync. */
    void refused();
}
