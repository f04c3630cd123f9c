package nl.bereik.mobile.sync;

import nl.bereik.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What enrolling came to.
 *
 * @param end COMPLETE when the phone is enrolled
 * @param refusal why the server refused; null unless the end says so
 */
public record EnrolResult(SyncResult.End end, Refusal.@Nullable Reason refusal) {}
