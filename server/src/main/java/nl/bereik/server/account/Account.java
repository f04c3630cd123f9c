package nl.bereik.server.account;

import java.util.Locale;
import java.util.Set;
import nl.bereik.server.access.Role;

/**
 * Somebody of the staff who may sign in.
 *
 * @param name unique, lower case
 * @param passwordHash Argon2id in the PHC string format
 * @param oneTimePassword whether the password was made by the server and still has to be replaced
 * @param roles what the account may do
 */
public record Account(String name, String passwordHash, boolean oneTimePassword, Set<Role> roles) {

    /** The account that the first start makes. */
    public static final String COORDINATOR = "coordinator";

    public Account {
        if (name.isBlank() || !name.equals(nameOf(name))) {
            throw new IllegalArgumentException("an account's name is lower case, without spaces around it");
        }
        roles = Set.copyOf(roles);
    }

    /** The account name meant by what somebody typed. */
    static String nameOf(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Hides the hash from logs. */
    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
