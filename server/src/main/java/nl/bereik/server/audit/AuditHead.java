package nl.bereik.server.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a chain goes: who keeps this elsewhere can show later that nothing up to here was changed.
 *
 * @param number of the last entry; 0 when there is none
 * @param hash of the last entry; 64 zeros when there is none
 */
public record AuditHead(long number, String hash) {
    /** Of a chain without entries. */
    static final AuditHead NONE = new AuditHead(0, "0".repeat(64));

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    /** @throws IllegalArgumentException when the text is not {@code number:hash} */
    public static AuditHead parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a head is written number:hash");
        }
        return new AuditHead(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    /** {@code number:hash}. */
    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
