package nl.bereik.server.store;

import java.io.Serial;

/** The store did not do what it was asked, now; asking again later may work. */
public final class StoreUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(Throwable cause) {
        super("the store is unavailable", cause);
    }
}
