package nl.bereik.server.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.bereik.server.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff who may sign in.
 *
 * @param name unique, lower case
 * @param passwordHash Argon2id in the PHC string format; empty when it signs in at its organisation
 * @param oneTimePassword whether the password was made by the server and still has to be replaced
 * @param roles what the account may do
 * @param remit for which teams
 * @param secondStep null while none is set up
 * @param disabled whether nobody may sign in with it, nor its keys be used
 * @param stamp sessions that began under another number have ended
 * @param browsers hashes of what browsers keep that have signed in with it, the newest last
 * @param rev how many times it was changed
 */
public record Account(
        String name,
        String passwordHash,
        boolean oneTimePassword,
        Set<Role> roles,
        Remit remit,
        @Nullable SecondStep secondStep,
        boolean disabled,
        long stamp,
        List<String> browsers,
        long rev) {

    /** The account that the first start makes. */
    public static final String COORDINATOR = "coordinator";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,63}");
    private static final int BROWSERS = 20;

    public Account {
        if (name.isBlank() || !name.equals(nameOf(name))) {
            throw new IllegalArgumentException("an account's name is lower case, without spaces around it");
        }
        roles = Set.copyOf(roles);
        browsers = List.copyOf(browsers);
    }

    /** A new account. */
    public Account(String name, String passwordHash, boolean oneTimePassword, Set<Role> roles, Remit remit) {
        this(name, passwordHash, oneTimePassword, roles, remit, null, false, 0, List.of(), 0);
    }

    /** The account name meant by what somebody typed. */
    static String nameOf(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a new account may have this name: 2 to 64 letters, digits, dots, dashes, underscores and at signs. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether it signs in at its organisation, which also says what it may. */
    boolean atOrganisation() {
        return passwordHash.isEmpty();
    }

    /** With another password. All sessions end, for whoever knew the old one may have some. */
    Account withPassword(String hash, boolean oneTime) {
        return new Account(name, hash, oneTime, roles, remit, secondStep, disabled, stamp + 1, browsers, rev);
    }

    Account with(Set<Role> newRoles, Remit newRemit) {
        return new Account(
                name, passwordHash, oneTimePassword, newRoles, newRemit, secondStep, disabled, stamp, browsers, rev);
    }

    Account with(@Nullable SecondStep newStep) {
        return new Account(name, passwordHash, oneTimePassword, roles, remit, newStep, disabled, stamp, browsers, rev);
    }

    Account disabled(boolean now) {
        return new Account(
                name, passwordHash, oneTimePassword, roles, remit, secondStep, now, stamp + 1, browsers, rev);
    }

    Account signedOutEverywhere() {
        return new Account(
                name, passwordHash, oneTimePassword, roles, remit, secondStep, disabled, stamp + 1, browsers, rev);
    }

    Account withoutBrowsers() {
        return new Account(
                name, passwordHash, oneTimePassword, roles, remit, secondStep, disabled, stamp, List.of(), rev);
    }

    /** Also known from this browser; the oldest is forgotten when there are many. */
    Account knownFrom(String browser) {
        List<String> all = new ArrayList<>(browsers);
        all.remove(browser);
        all.add(browser);
        List<String> kept = all.subList(Math.max(0, all.size() - BROWSERS), all.size());
        return new Account(name, passwordHash, oneTimePassword, roles, remit, secondStep, disabled, stamp, kept, rev);
    }

    /** Hides the hashes from logs. */
    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
