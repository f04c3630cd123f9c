package nl.bereik.server.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import nl.bereik.server.TestPhone;
import nl.bereik.server.access.Role;
import nl.bereik.server.disclosure.Release;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.need.NeedSamples;
import nl.bereik.server.need.NeedStore;
import nl.bereik.server.publish.ReleaseStore;
import nl.bereik.server.publish.StoredRelease;
import nl.bereik.server.target.Target;
import nl.bereik.server.target.TargetKey;
import nl.bereik.server.target.TargetStore;
import org.springframework.context.ApplicationContext;

/** Fresh things for one request: in the north, where the callers are, and in the south. */
final class MatrixThings {
    private final ApplicationContext context;
    private final Install own;
    private final Install foreign;
    private final String callerAccount;

    MatrixThings(ApplicationContext context, String callerAccount) {
        this.context = context;
        this.callerAccount = callerAccount;
        own = phone("north");
        foreign = phone("south");
    }

    String ownPhone() {
        return own.id();
    }

    String foreignPhone() {
        return foreign.id();
    }

    /** That the own or the foreign phone shows. */
    String digits(boolean ofOwn) {
        return (ofOwn ? own : foreign).digits().display();
    }

    String ownAccount() {
        return account("north");
    }

    String foreignAccount() {
        return account("south");
    }

    String ownKey() {
        return key(callerAccount);
    }

    String foreignKey() {
        return key(Account.COORDINATOR);
    }

    /** A release without tables, always the same. */
    String release() {
        Release empty = new Release("0a1b2c3d4e5f", List.of(), Set.of());
        ReportingPeriod period = ReportingPeriod.parse("2020S1");
        context.getBean(ReleaseStore.class)
                .add(new StoredRelease(1, period, Account.COORDINATOR, Instant.EPOCH, 0, empty))
                .block();
        return empty.id();
    }

    /** A number agreed for the region of one team, as addresses name it. */
    String target(String region) {
        ReportingPeriod period = ReportingPeriod.parse("2025");
        LocalDate first = period.first().atDay(1);
        TargetKey key = new TargetKey(region, period, TargetFigure.CONTACTS);
        context.getBean(TargetStore.class)
                .add(new Target(
                        key, new TargetProgress(period, TargetFigure.CONTACTS, 100, 0, first.minusDays(1)), first))
                .block();
        return key.id();
    }

    private String key(String account) {
        String hash = ApiKey.random(new SecureRandom()).hash();
        context.getBean(ApiKeys.class).add(hash, account).block();
        return ApiKeys.id(hash);
    }

    private String account(String team) {
        return account(team, Role.WORKER);
    }

    String caseManager(String team) {
        return account(team, Role.CASE_MANAGER);
    }

    private String account(String team, Role role) {
        String name = "made-" + UUID.randomUUID();
        context.getBean(Accounts.class)
                .add(new Account(name, "no hash", false, Set.of(role), Remit.ofTeams(Set.of(team))))
                .block();
        return name;
    }

    /** A need that has just been raised. */
    UUID need(boolean ofOwn) {
        UUID id = UUID.randomUUID();
        context.getBean(NeedStore.class)
                .insert(List.of(NeedSamples.stored(id, ofOwn ? "north" : "south", Instant.now())))
                .block();
        return id;
    }

    private Install phone(String team) {
        TestPhone phone = new TestPhone();
        Install install = new Install(
                phone.id(),
                team,
                JsonObject.of(phone.publicKey().toJSONObject()),
                null,
                Instant.now(),
                null,
                null,
                null,
                null,
                true);
        context.getBean(Installs.class).add(install).block();
        return install;
    }
}
