package nl.bereik.server.retention;

import java.io.IOException;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.intake.CustodyLedger;
import nl.bereik.server.intake.Quarantine;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.store.TestStore;
import nl.bereik.server.work.Leases;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Mono;

final class MongoRetentionIT extends RetentionContract {
    private final TestStore database = new TestStore();
    private final DefaultListableBeanFactory ports = ports(database.template());

    /** The ports of the features, which only their own packages can make. */
    private static DefaultListableBeanFactory ports(ReactiveMongoTemplate template) {
        DefaultListableBeanFactory ports = new DefaultListableBeanFactory();
        ports.registerSingleton("template", template);
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(java.util.regex.Pattern.compile(
                "nl\\.bereik\\.server\\.(contact|intake|period|retention|work)\\.Mongo(?!.*(IT|Marks)).*")));
        for (String feature : new String[] {"contact", "intake", "period", "retention", "work"}) {
            scanner.findCandidateComponents("nl.bereik.server." + feature).forEach(found -> {
                RootBeanDefinition definition = new RootBeanDefinition(
                        ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
                definition.setAutowireMode(RootBeanDefinition.AUTOWIRE_CONSTRUCTOR);
                ports.registerBeanDefinition(String.valueOf(found.getBeanClassName()), definition);
            });
        }
        return ports;
    }

    @Override
    ContactStore contacts() {
        return ports.getBean(ContactStore.class);
    }

    @Override
    Quarantine quarantine() {
        return ports.getBean(Quarantine.class);
    }

    @Override
    CustodyLedger ledger() {
        return ports.getBean(CustodyLedger.class);
    }

    @Override
    PeriodSeals seals() {
        return ports.getBean(PeriodSeals.class);
    }

    @Override
    Forgotten forgotten() {
        return ports.getBean(Forgotten.class);
    }

    @Override
    Leases leases() {
        return ports.getBean(Leases.class);
    }

    @Override
    void loseForgotten() {
        database.template()
                .getCollection("forgotten")
                .flatMap(forgotten -> Mono.from(forgotten.deleteMany(new Document())))
                .block();
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}
