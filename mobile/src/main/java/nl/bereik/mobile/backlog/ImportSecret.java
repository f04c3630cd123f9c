package nl.bereik.mobile.backlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.mobile.outbox.ItemIds;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Gives imported lines ids that are the same each time on this phone and tell nothing to anybody else. */
public final class ImportSecret {
    private static final int SECRET_BYTES = 32;

    private final EntryLog log;
    private final RandomGenerator random;
    private @Nullable String secret;

    public ImportSecret(EntryLog log, RandomGenerator random) {
        this.log = log;
        this.random = random;
    }

    /**
     * The id of a line: its content, whatever the order of its members, and the how-manieth line of that content it is.
     *
     * @param occurrence from 1
     */
    UUID idOf(String content, int occurrence) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret()), "HmacSHA256"));
            mac.update(content.getBytes(StandardCharsets.UTF_8));
            mac.update(ByteBuffer.allocate(1 + Integer.BYTES)
                    .put((byte) 0)
                    .putInt(occurrence)
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal());
            return ItemIds.of(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** The text that stands for a line's content: its members sorted by name, at every depth. */
    static String contentOf(JsonObject line) {
        return sorted(line).text();
    }

    private static JsonObject sorted(JsonObject object) {
        TreeMap<String, @Nullable Object> members = new TreeMap<>();
        object.members()
                .forEach((name, value) -> members.put(name, value instanceof JsonObject inner ? sorted(inner) : value));
        return JsonObject.of(members);
    }

    private String secret() {
        synchronized (log) {
            if (secret == null) {
                byte[] bytes = new byte[SECRET_BYTES];
                random.nextBytes(bytes);
                log.record(new Entry.ImportSecretMade(HexFormat.of().formatHex(bytes)));
            }
            return Objects.requireNonNull(secret);
        }
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public void apply(Entry entry) {
        if (entry instanceof Entry.ImportSecretMade made) {
            secret = made.secret();
        }
    }

    /** The entries that make this secret again. */
    public List<Entry> compacted() {
        return secret == null ? List.of() : List.of(new Entry.ImportSecretMade(secret));
    }
}
