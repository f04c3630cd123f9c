package nl.bereik.server.assignment;

import nl.bereik.server.care.CareProfile;

/**
 * Somebody who can be asked.
 *
 * @param load how many needs he has or is asked to take now
 */
record Candidate(CareProfile profile, int load) {
    boolean hasRoom() {
        return load < profile.caseload();
    }

    /** Including one more. */
    String caseload() {
        return (load + 1) + "/" + profile.caseload();
    }

    Candidate withOneMore() {
        return new Candidate(profile, load + 1);
    }
}
