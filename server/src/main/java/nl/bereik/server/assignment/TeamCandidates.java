package nl.bereik.server.assignment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who can be asked in a team, their loads kept up to date while needs are given out, and who is told when nobody can.
 */
final class TeamCandidates {
    private final Map<String, Candidate> candidates = new TreeMap<>();
    private final List<String> coordinators;

    TeamCandidates(List<Candidate> candidates, List<String> coordinators) {
        candidates.forEach(candidate -> this.candidates.put(candidate.profile().account(), candidate));
        this.coordinators = List.copyOf(coordinators);
    }

    List<Candidate> all() {
        return List.copyOf(candidates.values());
    }

    List<String> coordinators() {
        return coordinators;
    }

    void asked(String account) {
        candidates.computeIfPresent(account, (same, candidate) -> candidate.withOneMore());
    }
}
