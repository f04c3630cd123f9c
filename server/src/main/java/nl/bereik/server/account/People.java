package nl.bereik.server.account;

import java.util.Set;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Standing;
import nl.bereik.server.account.AccountProperties.SecondStepFor;
import nl.bereik.server.install.Teams;
import org.springframework.stereotype.Component;

/** Makes the person of a request out of an account as it is at that moment. */
@Component
class People {
    /** Those who can do most need most to be sure of who they are. */
    static final Set<Role> SECOND_STEP_FOR = Set.of(Role.COORDINATOR, Role.ADMINISTRATOR);

    private final Teams teams;
    private final boolean secondStepRequired;

    People(Teams teams, AccountProperties properties) {
        this.teams = teams;
        this.secondStepRequired = properties.totp() == SecondStepFor.REQUIRED;
    }

    /** Somebody who has signed in in a browser. */
    Person inSession(Account account, boolean codeGiven) {
        return person(account, standing(account, codeGiven));
    }

    /** Whether the account can do much and has no second step. */
    boolean shouldHaveSecondStep(Account account) {
        return account.secondStep() == null
                && !account.atOrganisation()
                && account.roles().stream().anyMatch(SECOND_STEP_FOR::contains);
    }

    /** A script. A key is only given to whoever had signed in wholly, and the one of the first start to its owner. */
    Person byKey(Account account) {
        return person(account, Standing.FULL);
    }

    private Person person(Account account, Standing standing) {
        return new Person(account.name(), account.roles(), account.remit().scope(teams), standing, account.shownAs());
    }

    private Standing standing(Account account, boolean codeGiven) {
        if (account.secondStep() != null && !codeGiven) {
            return Standing.OWES_CODE;
        }
        if (account.oneTimePassword()) {
            return Standing.OWES_PASSWORD;
        }
        return secondStepRequired && shouldHaveSecondStep(account) ? Standing.OWES_SECOND_STEP : Standing.FULL;
    }
}
