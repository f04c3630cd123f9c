package nl.bereik.server.web;

import java.io.Serial;
import nl.bereik.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;

/** A request is refused as a whole; answered as a {@link Refusal}. */
public final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Refusal.Reason reason;
    private final @Nullable String field;

    public RefusedException(Refusal.Reason reason) {
        this(reason, null);
    }

    /** @param field what of the request is meant; never a value from it */
    public RefusedException(Refusal.Reason reason, @Nullable String field) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.field = field;
    }

    public Refusal.Reason reason() {
        return reason;
    }

    public @Nullable String field() {
        return field;
    }
}
