package nl.bereik.server.audit;

import com.mongodb.reactivestreams.client.MongoClient;
import nl.bereik.server.BereikProperties;
import nl.bereik.server.store.StoreHost;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** The audit's store without a server around it. */
final class MongoAuditAlone implements AutoCloseable {
    private final StoreHost host;
    private final MongoClient client;

    private MongoAuditAlone(StoreHost host) {
        this.host = host;
        this.client = host.connect();
    }

    /** @throws nl.bereik.server.store.StartUpException when the store cannot be opened, as beside a running server */
    static MongoAuditAlone open(BereikProperties properties) {
        return new MongoAuditAlone(StoreHost.open(properties.mongo().uri(), properties.data()));
    }

    AuditStore store() {
        return new MongoAuditStore(new ReactiveMongoTemplate(client, host.database()));
    }

    @Override
    public void close() {
        client.close();
        host.close();
    }
}
