package nl.bereik.server.care;

import nl.bereik.server.account.Accounts;
import nl.bereik.server.install.Teams;

/** Makes a {@link CareTeam} over given accounts. */
public final class CareTeams {
    private CareTeams() {}

    public static CareTeam of(Accounts accounts, Teams teams) {
        return new CareTeam(accounts, teams);
    }
}
