package nl.bereik.server.need;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * That somebody has to be told to look at his list, until he was. What about is not in it.
 *
 * @param id random; the id of the push, however often it is sent
 * @param to the account
 * @param urgent whether it may wake a phone
 * @param
 * @param dueAt when it goes out, or is tried again
 * @param tries how many times it was tried
 * @param reached the installs that have it already
 */
public record Alert(
        UUID id, String to, boolean urgent, Instant firstAt, Instant dueAt, int tries, Set<String> reached) {
    public Alert {
        reached = Set.copyOf(reached);
    }

    static Alert fresh(UUID id, String to, boolean urgent, Instant dueAt) {
        return new Alert(id, to, urgent, dueAt, dueAt, 0, Set.of());
    }

    /** To be tried again. */
    public Alert again(Instant at, Set<String> installs) {
        return new Alert(id, to, urgent, firstAt, at, tries + 1, installs);
    }
}
