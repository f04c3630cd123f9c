package nl.bereik.server.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The server cannot start with what it was given; the message is for the person who starts it. */
public final class StartUpException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StartUpException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
