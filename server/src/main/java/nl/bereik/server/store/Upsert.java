package nl.bereik.server.store;

import reactor.util.retry.Retry;

/** What a write needs that inserts where there is nothing to change. */
public final class Upsert {
    private Upsert() {}

    /** Once more when it found a duplicate: two at once may both have wanted to insert. All else errors as it is. */
    public static Retry onceMore() {
        return Retry.max(1).filter(DuplicateKey::is).onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }
}
