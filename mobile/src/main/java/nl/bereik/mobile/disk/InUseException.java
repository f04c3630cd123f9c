package nl.bereik.mobile.disk;

import java.io.IOException;

/** Another process works in the same storage. */
public final class InUseException extends IOException {
    private static final long serialVersionUID = 1L;

    public InUseException(String message) {
        super(message);
    }
}
