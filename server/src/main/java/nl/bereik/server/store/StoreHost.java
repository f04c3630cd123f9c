package nl.bereik.server.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where the documents are: in the embedded store, which lives as long as this, or in a MongoDB elsewhere. */
public final class StoreHost implements AutoCloseable {
    private static final String DATABASE = "bereik";
    private static final int GIVE_UP_SECONDS = 5;

    private final ConnectionString address;
    private final Optional<EmbeddedStore> embedded;

    private StoreHost(ConnectionString address, Optional<EmbeddedStore> embedded) {
        this.address = address;
        this.embedded = embedded;
    }

    /**
     * Opens the store.
     *
     * @param uri of a MongoDB; null for the embedded store in the folder
     * @throws StartUpException when the uri is none, or the embedded store cannot use the folder
     */
    public static StoreHost open(@Nullable String uri, Path folder) {
        if (uri != null) {
            return new StoreHost(parse(uri), Optional.empty());
        }
        EmbeddedStore store = EmbeddedStore.open(folder);
        return new StoreHost(new ConnectionString(store.uri()), Optional.of(store));
    }

    private static ConnectionString parse(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            // The driver's message may quote the password.
            throw new StartUpException("bereik.mongo.uri is not a MongoDB connection string", null);
        }
    }

    public String database() {
        String named = address.getDatabase();
        return named == null ? DATABASE : named;
    }

    public boolean isEmbedded() {
        return embedded.isPresent();
    }

    /** A client whose writes are durable when they are answered. The caller closes it before this. */
    public MongoClient connect() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(address)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(GIVE_UP_SECONDS, TimeUnit.SECONDS));
        if (!isEmbedded()) {
            settings.writeConcern(WriteConcern.MAJORITY.withJournal(true)).readConcern(ReadConcern.MAJORITY);
        }
        return MongoClients.create(settings.build());
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedStore::close);
    }
}
