package nl.bereik.server.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.bereik.protocol.care.CareTeam;
import nl.bereik.protocol.care.CaseManager;
import nl.bereik.server.TestPhone;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.MemoryAccounts;
import nl.bereik.server.account.Remit;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Teams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PeopleOfTeamTest {
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryCareProfiles profiles = new MemoryCareProfiles();
    private final PeopleOfTeam people = new PeopleOfTeam(accounts, profiles, new Teams(List.of("north", "south")));

    private void add(String name, String shownAs, Remit remit, boolean disabled, Role... roles) {
        accounts.add(new Account(name, "hash", false, Set.of(roles), remit, null, disabled, 0, List.of(), 0, shownAs))
                .block();
    }

    private void describe(String account, String organisation) {
        profiles.put(new CareProfile(account, organisation, Set.of(), Set.of(), Set.of(), 4, 1, List.of(), List.of()))
                .block();
    }

    private Optional<CareTeam> told(@Nullable String holder) {
        Install phone = new TestPhone().install("north");
        Install carried = new Install(
                phone.id(), "north", phone.publicKey(), null, phone.enrolledAt(), null, null, null, holder, false);
        return people.of(carried).collectList().blockOptional().orElseThrow().stream()
                .map(record -> CareTeam.read(record).orElseThrow())
                .findFirst();
    }

    @Test
    void namesTheCaseManagersOfTheTeamDescribedOrNotByNameAndNobodyElse() {
        Remit north = Remit.ofTeams(Set.of("north"));
        add("zoe", "Anja", north, false, Role.CASE_MANAGER, Role.WORKER);
        add("bram", "bram", Remit.EVERYWHERE, false, Role.CASE_MANAGER);
        add("anja", "Anja", north, false, Role.CASE_MANAGER);
        add("gone", "Gone", north, true, Role.CASE_MANAGER);
        add("far", "Far", Remit.ofTeams(Set.of("south")), false, Role.CASE_MANAGER);
        add("carla", "Carla", Remit.EVERYWHERE, false, Role.COORDINATOR);
        describe("bram", "IRISZORG");
        describe("zoe", "");
        describe("carla", "GGD");
        assertThat(told(null))
                .contains(new CareTeam(
                        null,
                        List.of(
                                new CaseManager("anja", "Anja", null),
                                new CaseManager("zoe", "Anja", null),
                                new CaseManager("bram", "bram", "IRISZORG"))));
    }

    @Test
    void tellsWhoCarriesThePhoneUnlessThatAccountIsClosed() {
        add("willem", "Willem", Remit.EVERYWHERE, false, Role.WORKER);
        add("gone", "Gone", Remit.EVERYWHERE, true, Role.WORKER);
        assertThat(told("willem")).contains(new CareTeam("willem", List.of()));
        assertThat(told("gone")).isEmpty();
        assertThat(told("nobody")).isEmpty();
        assertThat(told(null)).as("nothing to tell").isEmpty();
    }
}
