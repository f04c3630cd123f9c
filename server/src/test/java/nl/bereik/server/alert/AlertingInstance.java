package nl.bereik.server.alert;

import com.mongodb.reactivestreams.client.MongoClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.push.Platform;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.account.MemoryAccounts;
import nl.bereik.server.account.Remit;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.install.Teams;
import nl.bereik.server.need.NeedHouse;
import nl.bereik.server.need.NeedProperties;
import nl.bereik.server.push.MemoryPushTokens;
import nl.bereik.server.push.PushAddress;
import nl.bereik.server.push.PushAddresses;
import nl.bereik.server.push.PushSender;
import nl.bereik.server.push.PushToken;
import nl.bereik.server.push.StandInFcm;
import nl.bereik.server.push.StandInSender;
import nl.bereik.server.store.StoreHost;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/**
 * What of a server assigns needs and sends alerts, in a process of its own: {@code STORE FCM_PORT CREDENTIALS}. The
 * people are in memory, the same in every process. Not scanned.
 */
final class AlertingInstance {
    static final List<String> CASE_MANAGERS = List.of("anna", "bas", "claire", "dora");

    private AlertingInstance() {}

    @ComponentScan(
            basePackages = {
                "nl.bereik.server.need",
                "nl.bereik.server.assignment",
                "nl.bereik.server.alert",
                "nl.bereik.server.care",
                "nl.bereik.server.work"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(RetainedNeeds|Instance|IT|Test)(\\$.*)?"))
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        RandomGenerator random() {
            return new SecureRandom();
        }

        @Bean
        ReferenceData referenceData() {
            return ReferenceData.gelderlandZuid();
        }

        @Bean
        NeedProperties needProperties() {
            return NeedProperties.USUAL;
        }
    }

    public static void main(String[] args) throws InterruptedException {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        MongoClient client = StoreHost.open(args[0], Path.of(".")).connect();
        int fcm = Integer.parseInt(args[1]);
        context.registerBean(ReactiveMongoTemplate.class, () -> new ReactiveMongoTemplate(client, "bereik"));
        context.registerBean(
                PushSender.class,
                () -> StandInSender.of(Path.of(args[2]), address -> StandInFcm.way(fcm, address), Clock.systemUTC()));
        context.registerBean(AuditTrail.class, MemoryAuditTrail::new);
        context.registerBean(Accounts.class, AlertingInstance::accounts);
        context.registerBean("teams", Teams.class, () -> NeedHouse.TEAMS);
        context.registerBean(PushAddresses.class, AlertingInstance::addresses);
        context.register(Parts.class);
        context.refresh();
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    private static Accounts accounts() {
        Accounts accounts = new MemoryAccounts();
        CASE_MANAGERS.forEach(name -> accounts.add(new Account(
                        name, "hash", false, Set.of(Role.CASE_MANAGER), Remit.ofTeams(List.of(NeedHouse.TEAM))))
                .block());
        return accounts;
    }

    private static PushAddresses addresses() {
        Installs installs = new MemoryInstalls();
        MemoryPushTokens tokens = new MemoryPushTokens();
        for (String name : CASE_MANAGERS) {
            JsonObject key = JsonObject.of(Map.of("kty", "EC"));
            installs.add(new Install(name, NeedHouse.TEAM, key, null, Instant.EPOCH, null, null, null, name, false))
                    .block();
            tokens.keep(new PushAddress(name, name, name, new PushToken(name, Platform.ANDROID)))
                    .block();
        }
        return new PushAddresses(tokens, installs);
    }
}
