package nl.bereik.protocol.care;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a need can be given to.
 *
 * @param account as commands and needs name this person
 * @param name by which people know this person; may not be unique
 * @param organisation code of the organisation worked for; null when it is not known
 */
public record CaseManager(
        String account, String name, @Nullable String organisation) {
    public CaseManager {
        if (account.isBlank()) {
            throw new IllegalArgumentException("a case manager has an account");
        }
        name = name.isBlank() ? account : name;
    }
}
