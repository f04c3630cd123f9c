package nl.bereik.server.canary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.ContactSamples;
import org.jspecify.annotations.Nullable;

/** What requests are made of, and what is picked out of pages. */
final class Pieces {
    private Pieces() {}

    static byte[] json(Map<String, ?> members) {
        return JsonObject.of(new LinkedHashMap<>(members)).text().getBytes(StandardCharsets.UTF_8);
    }

    static JsonObject with(JsonObject object, String field, String value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(object.members());
        members.put(field, value);
        return JsonObject.of(members);
    }

    static PushItem item(long opSeq, String kind, JsonObject body) {
        return new PushItem(UUID.randomUUID(), opSeq, kind, 1, body);
    }

    static JsonObject contact(LocalDate on) {
        return ContactCodec.encode(ContactSamples.contact(on, Channel.STREET));
    }

    static JsonObject contact(LocalDate on, String sealed) {
        byte[] bytes = Arrays.copyOf(sealed.getBytes(StandardCharsets.UTF_8), SealedText.MIN_BYTES);
        return ContactCodec.encode(ContactSamples.contact(on, Channel.STREET).withNote(new SealedText(1, bytes)));
    }

    static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }

    /** What stands by itself in an element of a page. */
    static String shown(Talk talk, String pattern) {
        return found(talk, ">\\s*(" + pattern + ")\\s*<");
    }

    /** The value of a hidden field of a page. */
    static String field(Talk talk, String name) {
        return found(talk, "name=\"" + name + "\" value=\"([^\"]+)\"");
    }

    private static String found(Talk talk, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(talk.lastBody());
        if (!found.find()) {
            throw new AssertionError("not on the page: " + pattern);
        }
        return found.group(1);
    }
}
