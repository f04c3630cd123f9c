package nl.bereik.server.store;

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
    private static final int COMPACT_ON_CLOSE_MILLIS = 500;

    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private final Object committing = new Object();
    private final AtomicLong executed = new AtomicLong();
    private volatile long committed;

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
            // Readers wait too: what they saw may be another's write that a kill could still undo.
            awaitCommitOf(executed.get());
        }
    }

    private Document write(Channel channel, String database, String command, Document query) {
        gate.readLock().lock();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            executed.incrementAndGet();
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
                covered = executed.get();
                commit();
            } finally {
                gate.writeLock().unlock();
            }
            getMvStore().sync();
            committed = covered;
        }
    }

    @Override
    public void close() {
        getMvStore().close(COMPACT_ON_CLOSE_MILLIS);
        super.close();
    }
}
