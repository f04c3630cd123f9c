package nl.bereik.server.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Answers a command only when everything that the answer tells of is on disk. Commands that wait at the same time
 * share one commit. A commit never cuts through a writing command, so on disk each command is there whole or not.
 */
final class DurableH2Backend extends H2Backend {
    private static final Set<String> WRITING = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection",
            "aggregate");

    /** Without H2's background thread nobody else gives back the room of pages that were replaced. */
    private static final int COMMITS_PER_TIDYING = 500;

    private static final int MIN_FILL_PERCENT = 60;
    private static final int TIDY_BYTES = 4 * 1024 * 1024;

    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private final Object committing = new Object();
    private final AtomicLong begun = new AtomicLong();
    private volatile long committed;
    private long commits;

    DurableH2Backend(MVStore store) {
        super(store);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            return WRITING.contains(command.toLowerCase(Locale.ROOT))
                    ? write(channel, database, command, query)
                    : super.handleCommand(channel, database, command, query);
        } finally {
            // Readers wait too: what they saw may be another's write that a kill could still undo or is under way.
            awaitCommitOf(begun.get());
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new EmbeddedDatabase(name, getMvStore(), getCursorRegistry());
    }

    private Document write(Channel channel, String database, String command, Document query) {
        gate.readLock().lock();
        try {
            begun.incrementAndGet();
            return super.handleCommand(channel, database, command, query);
        } finally {
            gate.readLock().unlock();
        }
    }

    private void awaitCommitOf(long ticket) {
        if (committed >= ticket) {
            return;
        }
        synchronized (committing) {
            if (committed >= ticket) {
                return;
            }
            long covered;
            gate.writeLock().lock();
            try {
                covered = begun.get();
                commit();
                if (++commits % COMMITS_PER_TIDYING == 0) {
                    tidy();
                }
            } finally {
                gate.writeLock().unlock();
            }
            getMvStore().sync();
            committed = covered;
        }
    }

    /**
     * Writes sparse chunks anew, which is as safe as any write. H2's own compaction on closing moves chunks within the
     * file instead, and was seen to trip over its free space after a kill.
     */
    private void tidy() {
        getMvStore().compact(MIN_FILL_PERCENT, TIDY_BYTES);
    }

    @Override
    public void close() {
        tidy();
        super.close();
    }
}
