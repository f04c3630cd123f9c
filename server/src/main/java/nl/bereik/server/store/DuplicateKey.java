package nl.bereik.server.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;

/** What a write errors with when another document has its key already. */
public final class DuplicateKey {
    private DuplicateKey() {}

    public static boolean is(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
