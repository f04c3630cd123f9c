package nl.bereik.server.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The data folder cannot be used; the message is for the person who starts the server. */
public final class DataFolderException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public DataFolderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
