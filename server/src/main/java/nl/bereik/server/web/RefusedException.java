package nl.bereik.server.web;

import java.io.Serial;
import java.time.Duration;
import nl.bereik.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;

/** A request is refused as a whole; answered as a {@link Refusal}. */
public final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Refusal.Reason reason;
    private final @Nullable String field;
    private final @Nullable Duration retryAfter;

    public RefusedException(Refusal.Reason reason) {
        this(reason, null);
    }

    /** @param field what of the request is meant; never a value from it */
    public RefusedException(Refusal.Reason reason, @Nullable String field) {
        this(reason, field, null);
    }

    private RefusedException(Refusal.Reason reason, @Nullable String field, @Nullable Duration retryAfter) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    /** TOO_MANY_REQUESTS. @param retryAfter when trying again may help; told in whole seconds, rounded up */
    public static RefusedException tooMany(Duration retryAfter) {
        return new RefusedException(Refusal.Reason.TOO_MANY_REQUESTS, null, retryAfter);
    }

    public Refusal.Reason reason() {
        return reason;
    }

    public @Nullable String field() {
        return field;
    }

    /** After how long trying again may help; null when that is not known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
