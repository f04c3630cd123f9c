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
 * @param name unique; lower case, but as the issuer spells it for an account of the organisation
 * @param passwordHash Argon2id in the PHC string format; empty when it signs in at its organisation
 * @param oneTimePassword whether the password was made by the server and still has to be replaced
 * @param roles what the account may do
 * @param remit for which teams
 * @param secondStep null while none is set up
 * @param disabled whether nobody may sign in with it, nor its keys be used
 * @param stamp sessions that began under another number have ended
 * @param browsers hashes of what browsers keep that have signed in with it, the newest last
 * @param rev how many times it was changed
 * @param shownAs by which people know it: its name, or what the organisation calls somebody, which may change, and may
 *     not be unique
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
        long rev,
        String shownAs) {

    /** The account that the first start makes. */
    public static final String COORDINATOR = "coordinator";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,63}");
    private static final int BROWSERS = 20;

    public Account {
        if (name.isBlank() || !name.equals(nameOf(name))) {
            throw new IllegalArgumentException("an account's name is as nameOf gives it");
        }
        roles = Set.copyOf(roles);
        browsers = List.copyOf(browsers);
    }

    /** A new account. */
    public Account(String name, String passwordHash, boolean oneTimePassword, Set<Role> roles, Remit remit) {
        this(name, passwordHash, oneTimePassword, roles, remit, null, false, 0, List.of(), 0, name);
    }

    /** The account name meant by what somebody typed. */
    public static String nameOf(String typed) {
        String name = typed.strip();
        return name.startsWith(OrganisationMapping.PREFIX) ? name : name.toLowerCase(Locale.ROOT);
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
        return new Account(name, hash, oneTime, roles, remit, secondStep, disabled, stamp + 1, browsers, rev, shownAs);
    }

    Account with(Set<Role> newRoles, Remit newRemit) {
        return new Account(
                name,
                passwordHash,
                oneTimePassword,
                newRoles,
                newRemit,
                secondStep,
                disabled,
                stamp,
                browsers,
                rev,
                shownAs);
    }

    Account shownAs(String text) {
        return new Account(
                name, passwordHash, oneTimePassword, roles, remit, secondStep, disabled, stamp, browsers, rev, text);
    }

    /** As the organisation tells it now; the same object when that is nothing new. */
    Account as(Account told) {
        boolean same = roles.equals(told.roles) && remit.equals(told.remit) && shownAs.equals(told.shownAs);
        return same
                ? this
                : new Account(
                        name,
                        passwordHash,
                        oneTimePassword,
                        told.roles,
                        told.remit,
                        secondStep,
                        disabled,
                        stamp,
                        browsers,
                        rev,
                        told.shownAs);
    }

    Account with(@Nullable SecondStep newStep) {
        return new Account(
                name, passwordHash, oneTimePassword, roles, remit, newStep, disabled, stamp, browsers, rev, shownAs);
    }

    Account disabled(boolean now) {
        return new Account(
                name, passwordHash, oneTimePassword, roles, remit, secondStep, now, stamp + 1, browsers, rev, shownAs);
    }

    Account signedOutEverywhere() {
        return new Account(
                name,
                passwordHash,
                oneTimePassword,
                roles,
                remit,
                secondStep,
                disabled,
                stamp + 1,
                browsers,
                rev,
                shownAs);
    }

    Account withoutBrowsers() {
        return new Account(
                name,
                passwordHash,
                oneTimePassword,
                roles,
                remit,
                secondStep,
                disabled,
                stamp,
                List.of(),
                rev,
                shownAs);
    }

    /** Also known from this browser; the oldest is forgotten when there are many. */
    Account knownFrom(String browser) {
        List<String> all = new ArrayList<>(browsers);
        all.remove(browser);
        all.add(browser);
        List<String> kept = all.subList(Math.max(0, all.size() - BROWSERS), all.size());
        return new Account(
                name, passwordHash, oneTimePassword, roles, remit, secondStep, disabled, stamp, kept, rev, shownAs);
    }

    /** Hides the hashes from logs. */
    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
