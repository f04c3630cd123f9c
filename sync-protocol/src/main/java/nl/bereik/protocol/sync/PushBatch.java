package nl.bereik.protocol.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** A part of an install's outbox, in the order of {@code opSeq}: {@code {"items": [...]}}. */
public final class PushBatch {
    /** Items in one batch at the most. */
    public static final int MAX_ITEMS = 100;

    /** Bytes of one batch at the most, before compression. */
    public static final int MAX_BYTES = 128 * 1024;

    private PushBatch() {}

    /** The batch as UTF-8 JSON, not compressed. */
    public static byte[] encode(List<PushItem> items) {
        return JsonObject.of(
                        Map.of("items", items.stream().map(PushItem::toJson).toList()))
                .bytes();
    }

    /**
     * Reads a batch, one answer per element. An element that is no item at all does not stop the others.
     *
     * @return in batch order; at most {@value #MAX_ITEMS} are promised to be looked at
     * @throws MalformedJsonException when the text as a whole is not a batch
     */
    public static List<Element> decode(byte[] utf8) {
        if (!(Json.readObject(utf8).get("items") instanceof List<?> items)) {
            throw new MalformedJsonException("\"items\" is missing or of another type");
        }
        return items.stream().map(PushBatch::element).toList();
    }

    private static Element element(@Nullable Object value) {
        if (!(value instanceof JsonObject json)) {
            return new Element(Optional.empty(), "");
        }
        String opId = json.get("opId") instanceof String text ? text : "";
        try {
            return new Element(Optional.of(PushItem.fromJson(json)), opId);
        } catch (IllegalArgumentException e) {
            return new Element(Optional.empty(), opId);
        }
    }

    /**
     * One element of a batch.
     *
     * @param item empty when the element is not an item: a member is missing, of another type or out of range
     * @param opId the id as sent, so that even a broken element can be answered; {@code ""} when there is none
     */
    public record Element(Optional<PushItem> item, String opId) {}
}
