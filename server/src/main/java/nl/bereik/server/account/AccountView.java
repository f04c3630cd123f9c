package nl.bereik.server.account;

import java.util.Set;
import nl.bereik.server.access.Role;

/** What others may see of an account. */
public record AccountView(
        String name,
        String shownAs,
        Set<Role> roles,
        Remit remit,
        boolean disabled,
        boolean oneTimePassword,
        boolean secondStep,
        boolean atOrganisation) {
    static AccountView of(Account account) {
        return new AccountView(
                account.name(),
                account.shownAs(),
                account.roles(),
                account.remit(),
                account.disabled(),
                account.oneTimePassword(),
                account.secondStep() != null,
                account.atOrganisation());
    }
}
