package nl.bereik.server.store;

import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up when the store answers a ping: Boot's own check sends a command that the embedded store does not know. */
@Component
final class StoreHealthIndicator extends AbstractReactiveHealthIndicator {
    private final ReactiveMongoTemplate template;

    StoreHealthIndicator(ReactiveMongoTemplate template) {
        super("the store does not answer");
        this.template = template;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return template.executeCommand(new Document("ping", 1))
                .map(any -> builder.up().build());
    }
}
