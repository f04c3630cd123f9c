package nl.bereik.server.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A one-time code as it is stored.
 *
 * @param hash SHA-256 of the code's text, base64url
 * @param holder the account of the person who will carry the phone; null when none was named
 * @param expiresAt from when it may not be used; null when it is good until used
 * @param usedBy the id of the install that used it; null while nobody has
 */
public record StoredCode(
        String hash,
        String team,
        @Nullable String holder,
        @Nullable Instant expiresAt,
        @Nullable String usedBy) {}
