package nl.bereik.protocol.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes JSON trees. Values are {@link String}, {@link Boolean}, {@link Long}, {@link BigInteger} (integers
 * that do not fit a long), {@link BigDecimal}, {@link JsonObject}, {@link List} of these, and null.
 *
 * <p>Reading is strict: UTF-8 only, no duplicate names, nothing after the value, at most {@value #MAX_DEPTH} levels.
 */
public final class Json {
    static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /**
     * Reads one JSON object from UTF-8 bytes. The bytes are kept by the answer and must not be changed afterwards.
     *
     * @throws MalformedJsonException when the bytes are anything but one whole JSON object
     */
    public static JsonObject readObject(byte[] utf8) {
        requireUtf8(utf8);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJsonException("not a JSON object");
            }
            JsonObject object = object(parser, utf8);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("text after the JSON object, at byte " + offset(parser));
            }
            return object;
        } catch (JacksonException e) {
            long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
            throw new MalformedJsonException(at < 0 ? "broken JSON" : "broken JSON at byte " + at);
        }
    }

    /** As {@link #readObject(byte[])}. */
    public static JsonObject readObject(String text) {
        return readObject(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Compact JSON, members in the map's order; a null member is written as {@code null}. */
    static String write(Map<String, ? extends @Nullable Object> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            writeMembers(generator, members);
        }
        return text.toString();
    }

    private static void requireUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("not UTF-8");
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw new MalformedJsonException("not UTF-8 text");
            }
        }
    }

    /** The number; its text when no number type can hold its exponent, so that one field does not break a batch. */
    private static Object decimal(JsonParser parser) {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            return parser.getString();
        }
    }

    private static long offset(JsonParser parser) {
        return parser.currentTokenLocation().getByteOffset();
    }

    private static JsonObject object(JsonParser parser, byte[] source) {
        int start = Math.toIntExact(offset(parser));
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser, source));
        }
        int end = Math.toIntExact(parser.currentLocation().getByteOffset());
        return new JsonObject(members, source, start, end);
    }

    private static @Nullable Object value(JsonParser parser, byte[] source) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, source);
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser, source));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getBigIntegerValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new MalformedJsonException("unexpected " + token);
        };
    }

    private static void writeMembers(JsonGenerator generator, Map<String, ? extends @Nullable Object> members) {
        generator.writeStartObject();
        members.forEach((name, value) -> {
            generator.writeName(name);
            writeValue(generator, value);
        });
        generator.writeEndObject();
    }

    private static void writeValue(JsonGenerator generator, @Nullable Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number.intValue());
        } else if (value instanceof Long number) {
            generator.writeNumber(number.longValue());
        } else if (value instanceof BigInteger number) {
            generator.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof JsonObject object) {
            generator.writeRawValue(object.text());
        } else if (value instanceof List<?> elements) {
            generator.writeStartArray();
            elements.forEach(element -> writeValue(generator, element));
            generator.writeEndArray();
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }
}
