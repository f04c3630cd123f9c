package nl.bereik.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object that remembers the exact text it was read from, so that what is hashed or kept raw is what
 * was sent, byte for byte. Equal when the members are equal, whatever the text looked like.
 */
public final class JsonObject {
    private final Map<String, @Nullable Object> members;
    private final byte[] source;
    private final int start;
    private final int end;

    JsonObject(Map<String, @Nullable Object> members, byte[] source, int start, int end) {
        this.members = Collections.unmodifiableMap(members);
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /** An object of these members, in the map's order; see {@link Json} for the types of values. */
    public static JsonObject of(Map<String, ? extends @Nullable Object> members) {
        byte[] text = Json.write(members).getBytes(StandardCharsets.UTF_8);
        return new JsonObject(new LinkedHashMap<>(members), text, 0, text.length);
    }

    /** The text as read, or compact JSON when made by {@link #of}. */
    public String text() {
        return new String(source, start, end - start, StandardCharsets.UTF_8);
    }

    /** {@link #text()} in UTF-8; a copy. */
    public byte[] bytes() {
        return Arrays.copyOfRange(source, start, end);
    }

    /** All members in the order of the text; unmodifiable. */
    public Map<String, @Nullable Object> members() {
        return members;
    }

    /** The member's value, or null when absent or JSON null. */
    public @Nullable Object get(String name) {
        return members.get(name);
    }

    /** @throws MalformedJsonException when the member is absent or not a string */
    public String text(String name) {
        return require(name, String.class);
    }

    /** Null when absent; @throws MalformedJsonException when present and not a string. */
    public @Nullable String optionalText(String name) {
        return get(name) == null ? null : text(name);
    }

    /** @throws MalformedJsonException when the member is absent or not an integer of 64 bits */
    public long number(String name) {
        return require(name, Long.class);
    }

    /** @throws MalformedJsonException when the member is absent or not true or false */
    public boolean flag(String name) {
        return require(name, Boolean.class);
    }

    /** @throws MalformedJsonException when the member is absent or not an object */
    public JsonObject object(String name) {
        return require(name, JsonObject.class);
    }

    /**
     * The member as a list whose elements are all of one type.
     *
     * @throws MalformedJsonException when the member is absent, not an array, or holds another type
     */
    public <T> List<T> list(String name, Class<T> type) {
        return require(name, List.class).stream()
                .map(element -> {
                    if (!type.isInstance(element)) {
                        throw new MalformedJsonException("\"" + name + "\" holds something else than asked for");
                    }
                    return type.cast(element);
                })
                .toList();
    }

    private <T> T require(String name, Class<T> type) {
        Object value = get(name);
        if (!type.isInstance(value)) {
            throw new MalformedJsonException("\"" + name + "\" is missing or of another type");
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "JsonObject" + members.keySet();
    }
}
