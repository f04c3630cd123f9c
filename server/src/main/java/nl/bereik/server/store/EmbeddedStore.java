package nl.bereik.server.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB-compatible store inside this process, in one file of the data folder, reachable on a free loopback port.
 * What it has answered is on disk. See decision 0001 for what it does not do.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final String FILE = "bereik.mv.db";

    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedStore(MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Opens the store, making the folder (for this user only) when it is not there.
     *
     * @throws StartUpException when another process uses the folder, or it cannot be read or written
     */
    public static EmbeddedStore open(Path folder) {
        MongoServer server = new MongoServer(new DurableH2Backend(openFile(folder)));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new EmbeddedStore(server, server.getLocalAddress());
    }

    /** A connection string without a database. */
    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort() + "/";
    }

    private static MVStore openFile(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownerOnly());
            }
            MVStore store = new MVStore.Builder()
                    .fileName(folder.resolve(FILE).toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(cacheMegabytes())
                    .open();
            store.setAutoCommitDelay(0);
            return store;
        } catch (IOException e) {
            throw new StartUpException("the data folder " + folder + " cannot be made", e);
        } catch (MVStoreException e) {
            String why =
                    switch (e.getErrorCode()) {
                        case DataUtils.ERROR_FILE_LOCKED -> " is in use by another server";
                        case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_CHUNK_NOT_FOUND ->
                            " holds a damaged store; restore a backup";
                        default -> " cannot be read or written";
                    };
            throw new StartUpException("the data folder " + folder + why, e);
        }
    }

    /** An eighth of the heap: ids are random, so what is looked up lies all over the file. */
    private static int cacheMegabytes() {
        return (int) Math.max(16, Runtime.getRuntime().maxMemory() >> 23);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Stops answering and closes the file, a little tidier. */
    @Override
    public void close() {
        server.shutdown();
    }
}
