package nl.bereik.server.store;

import com.mongodb.reactivestreams.client.MongoClient;
import nl.bereik.server.BereikProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleReactiveMongoDatabaseFactory;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    @Bean
    StoreHost storeHost(BereikProperties properties) {
        return StoreHost.open(properties.mongo().uri(), properties.data());
    }

    @Bean
    MongoClient mongoClient(StoreHost host) {
        return host.connect();
    }

    @Bean
    ReactiveMongoDatabaseFactory reactiveMongoDatabaseFactory(MongoClient client, StoreHost host) {
        return new SimpleReactiveMongoDatabaseFactory(client, host.database());
    }
}
