package nl.bereik.server.disclosure;

/** What keeps a release from disclosing beyond the threshold. Always all of it, but for tests that attack. */
enum Guard {
    /** Further cells are suppressed so that sums do not give away suppressed ones. */
    SECONDARY,
    /** Releases are judged together with the earlier ones. */
    DIFFERENCE
}
