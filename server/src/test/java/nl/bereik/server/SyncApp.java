package nl.bereik.server;

import java.time.Period;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.account.MemoryAccounts;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.care.CareProfiles;
import nl.bereik.server.care.MemoryCareProfiles;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.enrolment.CodeStore;
import nl.bereik.server.enrolment.MemoryCodeStore;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Installs;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.intake.CustodyLedger;
import nl.bereik.server.intake.InstallLedger;
import nl.bereik.server.intake.LedgerEntry;
import nl.bereik.server.intake.MemoryCustodyLedger;
import nl.bereik.server.intake.MemoryQuarantine;
import nl.bereik.server.intake.Quarantine;
import nl.bereik.server.intake.SealedCustody;
import nl.bereik.server.need.MemoryNeedStore;
import nl.bereik.server.need.MemoryRings;
import nl.bereik.server.need.NeedProperties;
import nl.bereik.server.need.Rings;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.push.MemoryPushTokens;
import nl.bereik.server.push.PushProperties;
import nl.bereik.server.push.PushTokens;
import nl.bereik.server.reach.MemoryRevisionStore;
import nl.bereik.server.reach.MemoryTallyStore;
import nl.bereik.server.reach.TallyStore;
import nl.bereik.server.retention.Forgotten;
import nl.bereik.server.retention.MemoryForgotten;
import nl.bereik.server.retention.RetentionAges;
import nl.bereik.server.retention.SealedDays;
import nl.bereik.server.signature.MemoryNonceStore;
import nl.bereik.server.signature.NonceStore;
import nl.bereik.server.target.MemoryTargetStore;
import nl.bereik.server.target.TargetStore;
import nl.bereik.server.wipe.MemoryWipeOrders;
import nl.bereik.server.wipe.WipeOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveRepositoriesAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** What speaks the sync protocol and answers figures, over memory, with a clock that tests move. Not scanned. */
@EnableAutoConfiguration(
        exclude = {
            MongoReactiveAutoConfiguration.class,
            DataMongoReactiveAutoConfiguration.class,
            DataMongoReactiveRepositoriesAutoConfiguration.class
        })
@EnableConfigurationProperties({BereikProperties.class, PushProperties.class, NeedProperties.class})
@ComponentScan(
        basePackages = {
            "nl.bereik.server.web",
            "nl.bereik.server.access",
            "nl.bereik.server.signature",
            "nl.bereik.server.reference",
            "nl.bereik.server.pull",
            "nl.bereik.server.contact",
            "nl.bereik.server.intake",
            "nl.bereik.server.need",
            "nl.bereik.server.reach",
            "nl.bereik.server.install",
            "nl.bereik.server.push",
            "nl.bereik.server.doorbell",
            "nl.bereik.server.enrolment",
            "nl.bereik.server.wipe",
            "nl.bereik.server.notes",
            "nl.bereik.server.target",
            "nl.bereik.server.trajectory"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.Mongo\\w+"))
@Import({OpenSecurity.class, SealedDays.class})
class SyncApp {
    /** Throws what it is set to when the ledger is asked. */
    static final class Breaker {
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

        void set(@Nullable RuntimeException next) {
            failure.set(next);
        }

        <T> Mono<T> or(Mono<T> works) {
            return Mono.defer(() -> {
                RuntimeException now = failure.get();
                return now == null ? works : Mono.error(now);
            });
        }
    }

    @Bean
    TestTime clock() {
        return new TestTime("2025-06-01T12:00:00Z");
    }

    @Bean
    RandomGenerator random() {
        return new Random(1);
    }

    @Bean
    Breaker breaker() {
        return new Breaker();
    }

    @Bean
    ContactStore contactStore() {
        return new MemoryContactStore();
    }

    @Bean
    Quarantine quarantine() {
        return new MemoryQuarantine();
    }

    @Bean
    CustodyLedger custodyLedger(Breaker breaker) {
        MemoryCustodyLedger ledger = new MemoryCustodyLedger();
        return new CustodyLedger() {
            @Override
            public Mono<InstallLedger> read(String install, Collection<Long> opSeqs) {
                return breaker.or(ledger.read(install, opSeqs));
            }

            @Override
            public Mono<Void> write(String install, InstallLedger known, Collection<LedgerEntry> entries) {
                return ledger.write(install, known, entries);
            }

            @Override
            public Mono<Boolean> seal(String install, SealedCustody before, SealedCustody after) {
                return ledger.seal(install, before, after);
            }
        };
    }

    @Bean
    Forgotten forgotten() {
        return new MemoryForgotten();
    }

    @Bean
    RetentionAges retentionAges() {
        return new RetentionAges(
                Period.ofMonths(24), Period.ofMonths(12), Period.ofMonths(24), Period.ofMonths(24), Period.ofMonths(1));
    }

    @Bean
    PeriodSeals periodSeals() {
        return new MemoryPeriodSeals();
    }

    @Bean
    MemoryAuditTrail auditTrail() {
        return new MemoryAuditTrail();
    }

    @Bean
    TallyStore tallyStore() {
        return new MemoryTallyStore();
    }

    @Bean
    MemoryRevisionStore revisionStore() {
        return new MemoryRevisionStore();
    }

    @Bean
    MemoryNeedStore needStore() {
        return new MemoryNeedStore();
    }

    @Bean
    MemoryEventStore eventStore() {
        return new MemoryEventStore();
    }

    @Bean
    CareProfiles careProfiles() {
        return new MemoryCareProfiles();
    }

    @Bean
    Rings rings() {
        return new MemoryRings();
    }

    @Bean
    Accounts accounts() {
        return new MemoryAccounts();
    }

    @Bean
    Installs installs() {
        return new MemoryInstalls();
    }

    @Bean
    NonceStore nonceStore() {
        return new MemoryNonceStore(false);
    }

    @Bean
    TargetStore targetStore() {
        return new MemoryTargetStore();
    }

    @Bean
    PushTokens pushTokens() {
        return new MemoryPushTokens();
    }

    @Bean
    WipeOrders wipeOrders() {
        return new MemoryWipeOrders();
    }

    @Bean
    CodeStore codeStore() {
        return new MemoryCodeStore();
    }
}
