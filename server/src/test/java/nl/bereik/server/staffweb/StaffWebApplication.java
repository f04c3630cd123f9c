package nl.bereik.server.staffweb;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.BereikProperties;
import nl.bereik.server.account.MemoryAccounts;
import nl.bereik.server.account.MemoryApiKeys;
import nl.bereik.server.account.MemorySessions;
import nl.bereik.server.audit.MemoryAuditStore;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.care.MemoryCareProfiles;
import nl.bereik.server.enrolment.Approvals;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Revocation;
import nl.bereik.server.install.Teams;
import nl.bereik.server.need.NeedParts;
import nl.bereik.server.publish.MemoryOwnWords;
import nl.bereik.server.publish.MemoryReleaseStore;
import nl.bereik.server.reach.PeriodParts;
import nl.bereik.server.retention.RetentionParts;
import nl.bereik.server.target.MemoryTargetStore;
import nl.bereik.server.trajectory.StuckTrajectories;
import nl.bereik.server.wipe.MemoryWipeOrders;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The staff web on stores in memory, on a day in the first half of 2025. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.health.MongoReactiveHealthContributorAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration"
        })
@ComponentScan(
        basePackages = {
            "nl.bereik.server.access",
            "nl.bereik.server.account",
            "nl.bereik.server.audit",
            "nl.bereik.server.publish",
            "nl.bereik.server.staffweb",
            "nl.bereik.server.target",
            "nl.bereik.server.web",
            "nl.bereik.server.wipe"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(Mongo.*|ChainedAuditTrail|AuditHeadReport)"))
@EnableConfigurationProperties(BereikProperties.class)
@Import({
    MemoryAccounts.class,
    MemoryApiKeys.class,
    MemorySessions.class,
    FakeFigures.class,
    FakeInstalls.class,
    FakeEnrolmentCodes.class,
    MemoryAuditTrail.class,
    MemoryAuditStore.class,
    PeriodParts.class,
    RetentionParts.class,
    MemoryWipeOrders.class,
    MemoryReleaseStore.class,
    MemoryOwnWords.class,
    MemoryTargetStore.class,
    NeedParts.class,
    NeedsStand.class,
    MemoryEventStore.class,
    StuckTrajectories.class,
    MemoryCareProfiles.class,
    Revocation.class,
    Approvals.class
})
class StaffWebApplication {
    /** Quarter to eleven in the evening in the region. */
    static final Instant NOW = Instant.parse("2025-05-14T20:45:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    Teams teams(BereikProperties properties) {
        return new Teams(properties.regions());
    }

    @Bean
    ReferenceData reference() {
        return ReferenceData.gelderlandZuid();
    }
}
