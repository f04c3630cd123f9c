package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.access.Standing;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.install.Teams;
import nl.bereik.server.web.RefusedException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountDeskTest {
    private static final Person COORDINATOR =
            new Person("coordinator", Set.of(Role.COORDINATOR), Scope.EVERYWHERE, Standing.FULL);
    private static final Person ADMINISTRATOR =
            new Person("admin", Set.of(Role.ADMINISTRATOR), Scope.EVERYWHERE, Standing.FULL);
    private static final Person OF_NORTH =
            new Person("north", Set.of(Role.COORDINATOR), Scope.of(List.of("a", "b")), Standing.FULL);

    private final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryApiKeys keys = new MemoryApiKeys();
    private final Passwords passwords = new Passwords();
    private final AccountDesk desk = new AccountDesk(
            accounts,
            keys,
            passwords,
            new Teams(Map.of("north", List.of("a", "b"), "south", List.of("c"), "still-empty", List.of())),
            new MemoryAuditTrail(),
            new SecureRandom());

    @BeforeEach
    void fill() {
        add("coordinator", Set.of(Role.COORDINATOR), Remit.EVERYWHERE);
        add("admin", Set.of(Role.ADMINISTRATOR), Remit.EVERYWHERE);
        add("north", Set.of(Role.COORDINATOR), new Remit(false, Set.of("north"), Set.of()));
        add("worker-a", Set.of(Role.WORKER), Remit.ofTeams(Set.of("a")));
        add("worker-c", Set.of(Role.WORKER), Remit.ofTeams(Set.of("c")));
    }

    @AfterEach
    void stop() {
        passwords.destroy();
    }

    @Test
    void newAccountHasAPasswordForOneTime() {
        AccountDesk.OneTime made = desk.add(COORDINATOR, " New@Work ", Set.of(Role.WORKER), Remit.ofTeams(Set.of("a")))
                .blockOptional()
                .orElseThrow();

        Account there = accounts.find("new@work").blockOptional().orElseThrow();
        assertThat(made.account()).isEqualTo("new@work");
        assertThat(there.oneTimePassword()).isTrue();
        assertThat(passwords.matches(made.password(), there.passwordHash()).block())
                .isTrue();
        assertThat(made.toString()).doesNotContain(made.password());
        refused(
                () -> desk.add(COORDINATOR, "new@work", Set.of(Role.WORKER), Remit.EVERYWHERE)
                        .block(),
                Reason.NAME_TAKEN,
                "name");
        refused(
                () -> desk.add(COORDINATOR, "a b", Set.of(Role.WORKER), Remit.EVERYWHERE)
                        .block(),
                Reason.WRONG_TYPE,
                "name");
    }

    @Test
    void administratorMakesNobodyACoordinatorNorHimself() {
        refused(
                () -> desk.add(ADMINISTRATOR, "friend", Set.of(Role.COORDINATOR), Remit.EVERYWHERE)
                        .block(),
                Reason.NOT_ALLOWED,
                "roles");
        refused(
                () -> desk.change(ADMINISTRATOR, "admin", Set.of(Role.ADMINISTRATOR, Role.VIEWER), Remit.EVERYWHERE)
                        .block(),
                Reason.NOT_ALLOWED,
                "roles");
        refused(() -> desk.resetPassword(ADMINISTRATOR, "coordinator").block(), Reason.NOT_ALLOWED, "name");
        refused(() -> desk.resetSecondStep(ADMINISTRATOR, "coordinator").block(), Reason.NOT_ALLOWED, "name");
        refused(
                () -> desk.change(ADMINISTRATOR, "coordinator", Set.of(Role.WORKER), Remit.EVERYWHERE)
                        .block(),
                Reason.NOT_ALLOWED,
                "name");
        desk.signOutEverywhere(ADMINISTRATOR, "coordinator").block();
    }

    @Test
    void accountsOfOtherTeamsAreNotThere() {
        assertThat(desk.all(OF_NORTH).map(AccountView::name).collectList().block())
                .containsExactly("north", "worker-a");
        for (String foreign : List.of("worker-c", "coordinator", "nobody")) {
            refused(() -> desk.find(OF_NORTH, foreign).block(), Reason.NOT_FOUND, "name");
            refused(() -> desk.disable(OF_NORTH, foreign, true).block(), Reason.NOT_FOUND, "name");
            refused(() -> desk.resetPassword(OF_NORTH, foreign).block(), Reason.NOT_FOUND, "name");
        }
        assertThat(accounts.find("worker-c").blockOptional().orElseThrow().disabled())
                .isFalse();
    }

    @Test
    void accountsWhoseTeamsOrRegionsAreGoneAreForWhoHasAllTeams() {
        add("old-region", Set.of(Role.COORDINATOR), new Remit(false, Set.of("east"), Set.of()));
        add("old-team", Set.of(Role.WORKER), Remit.ofTeams(Set.of("a", "z")));
        add("half-known", Set.of(Role.WORKER), new Remit(false, Set.of("north", "east"), Set.of()));
        add("no-team-yet", Set.of(Role.WORKER), new Remit(false, Set.of("still-empty"), Set.of()));

        for (String gone : List.of("old-region", "old-team", "half-known", "no-team-yet")) {
            refused(() -> desk.find(OF_NORTH, gone).block(), Reason.NOT_FOUND, "name");
            refused(() -> desk.resetPassword(OF_NORTH, gone).block(), Reason.NOT_FOUND, "name");
            refused(() -> desk.disable(OF_NORTH, gone, true).block(), Reason.NOT_FOUND, "name");
            assertThat(desk.resetPassword(COORDINATOR, gone).block()).isNotNull();
        }
        assertThat(desk.all(OF_NORTH).map(AccountView::name).collectList().block())
                .containsExactly("north", "worker-a");
        assertThat(desk.all(COORDINATOR).map(AccountView::name).collectList().block())
                .contains("old-region", "old-team", "half-known", "no-team-yet");
    }

    @Test
    void nobodyGivesTeamsThatAreNotHis() {
        refused(
                () -> desk.change(OF_NORTH, "worker-a", Set.of(Role.WORKER), Remit.ofTeams(Set.of("a", "c")))
                        .block(),
                Reason.NOT_FOUND,
                "teams");
        refused(
                () -> desk.change(OF_NORTH, "worker-a", Set.of(Role.WORKER), Remit.EVERYWHERE)
                        .block(),
                Reason.NOT_FOUND,
                "teams");
        refused(
                () -> desk.change(OF_NORTH, "north", Set.of(Role.COORDINATOR), Remit.EVERYWHERE)
                        .block(),
                Reason.NOT_FOUND,
                "teams");
        refused(
                () -> desk.change(COORDINATOR, "worker-a", Set.of(Role.WORKER), Remit.ofTeams(Set.of("unknown")))
                        .block(),
                Reason.NOT_FOUND,
                "teams");
        desk.change(OF_NORTH, "worker-a", Set.of(Role.CASE_MANAGER), new Remit(false, Set.of("north"), Set.of()))
                .block();
        assertThat(accounts.find("worker-a").blockOptional().orElseThrow().roles())
                .containsExactly(Role.CASE_MANAGER);
    }

    @Test
    void lastCoordinatorOfEverythingStays() {
        refused(() -> desk.disable(COORDINATOR, "coordinator", true).block(), Reason.LAST_COORDINATOR, "name");
        refused(
                () -> desk.change(COORDINATOR, "coordinator", Set.of(Role.WORKER), Remit.EVERYWHERE)
                        .block(),
                Reason.LAST_COORDINATOR,
                "name");
        refused(
                () -> desk.change(COORDINATOR, "coordinator", Set.of(Role.COORDINATOR), Remit.ofTeams(Set.of("a")))
                        .block(),
                Reason.LAST_COORDINATOR,
                "name");
        Account stays = accounts.find("coordinator").blockOptional().orElseThrow();
        assertThat(stays.disabled()).isFalse();
        assertThat(stays.roles()).containsExactly(Role.COORDINATOR);
        assertThat(stays.remit().everywhere()).isTrue();

        add("second", Set.of(Role.COORDINATOR), Remit.EVERYWHERE);
        desk.disable(COORDINATOR, "coordinator", true).block();
        assertThat(accounts.find("coordinator").blockOptional().orElseThrow().disabled())
                .isTrue();
    }

    @Test
    void coordinatorOfTheOrganisationIsNotTheLastWhoCanSignInHere() {
        accounts.add(new Account("org:anja", "", false, Set.of(Role.COORDINATOR), Remit.EVERYWHERE))
                .block();
        Person anja = new Person("org:anja", Set.of(Role.COORDINATOR), Scope.EVERYWHERE, Standing.FULL);

        refused(() -> desk.disable(anja, "coordinator", true).block(), Reason.LAST_COORDINATOR, "name");
        assertThat(accounts.find("coordinator").blockOptional().orElseThrow().disabled())
                .isFalse();
    }

    @Test
    void whereNobodyIsLeftAlreadyTheOthersAreRunStill() {
        accounts.change("coordinator", account -> account.disabled(true)).block();

        desk.disable(ADMINISTRATOR, "worker-a", true).block();

        assertThat(accounts.find("worker-a").blockOptional().orElseThrow().disabled())
                .isTrue();
    }

    @Test
    void resetTakesKeysAndKnownBrowsersAway() {
        keys.add("k".repeat(64), "worker-a").block();
        accounts.change("worker-a", account -> account.knownFrom("browser")).block();
        long stamp = accounts.find("worker-a").blockOptional().orElseThrow().stamp();

        desk.resetPassword(COORDINATOR, "worker-a").block();

        Account reset = accounts.find("worker-a").blockOptional().orElseThrow();
        assertThat(keys.stored()).isEmpty();
        assertThat(reset.browsers()).isEmpty();
        assertThat(reset.oneTimePassword()).isTrue();
        assertThat(reset.stamp()).isGreaterThan(stamp);
    }

    private void add(String name, Set<Role> roles, Remit remit) {
        accounts.add(new Account(name, "hash", false, roles, remit)).block();
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable act, Reason reason, String field) {
        return assertThatThrownBy(act).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.field()).isEqualTo(field);
        });
    }
}
