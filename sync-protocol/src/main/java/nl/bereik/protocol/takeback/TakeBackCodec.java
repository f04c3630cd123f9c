package nl.bereik.protocol.takeback;

import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.contact.BodyReader;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.json.JsonObject;

/** The body of an item of kind {@value #KIND}, schema {@value #SCHEMA}: {@code {"item": id}}. */
public final class TakeBackCodec {
    /** The item kind that this codec reads and writes. */
    public static final String KIND = "take-back";

    /** The version of the body's shape. */
    public static final int SCHEMA = 1;

    private TakeBackCodec() {}

    public static JsonObject encode(TakeBack takeBack) {
        return JsonObject.of(Map.of("item", takeBack.item().toString()));
    }

    /** Reads a body; fields that this version does not know are passed over, for nothing of it is kept but the act. */
    public static Decoded<TakeBack> decode(JsonObject body) {
        BodyReader reader = new BodyReader(body);
        UUID item = reader.id("item");
        return item == null ? new Decoded.Faulty<>(reader.problems()) : new Decoded.Whole<>(new TakeBack(item));
    }
}
