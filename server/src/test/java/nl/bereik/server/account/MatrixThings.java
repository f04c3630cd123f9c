package nl.bereik.server.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.server.TestPhone;
import nl.bereik.server.access.Role;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
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

    private String key(String account) {
        String hash = ApiKey.random(new SecureRandom()).hash();
        context.getBean(ApiKeys.class).add(hash, account).block();
        return ApiKeys.id(hash);
    }

    private String account(String team) {
        String name = "made-" + UUID.randomUUID();
        context.getBean(Accounts.class)
                .add(new Account(name, "no hash", false, Set.of(Role.WORKER), Remit.ofTeams(Set.of(team))))
                .block();
        return name;
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
