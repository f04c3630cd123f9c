package nl.bereik.protocol.privacy;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * A text as everybody but a team's phones sees it: {@code {"epoch": 1, "sealed": base64url}}. What is inside is the
 * phones' own affair, see decision 0012; the first byte tells its layout.
 *
 * @param epoch of the team key that it is sealed under, from 1
 * @param sealed {@value #MIN_BYTES} to {@value #MAX_BYTES} bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedText(int epoch, byte[] sealed) {
    /** A layout, a nonce and a tag are longer than any short readable text that ended up here by mistake. */
    public static final int MIN_BYTES = 64;

    /** 500 characters of four bytes, padded, with room for layouts to come. */
    public static final int MAX_BYTES = 4_096;

    private static final String EPOCH = "epoch";
    private static final String SEALED = "sealed";

    /** @throws IllegalArgumentException when the epoch or the length is out of range */
    public SealedText {
        if (epoch < 1 || sealed.length < MIN_BYTES || sealed.length > MAX_BYTES) {
            throw new IllegalArgumentException("not a sealed text");
        }
        sealed = sealed.clone();
    }

    /** A copy. */
    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    public JsonObject toJson() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(EPOCH, (long) epoch);
        members.put(SEALED, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        return JsonObject.of(members);
    }

    /**
     * Reads a sealed text. One with other members is none: they could hold what it hides, and what is sealed tells its
     * own layout.
     *
     * @throws IllegalArgumentException when the object is none
     */
    public static SealedText fromJson(JsonObject json) {
        long epoch = json.number(EPOCH);
        String text = json.text(SEALED);
        byte[] sealed = Base64.getUrlDecoder().decode(text);
        // One text for the same bytes, so that an item of the same content has the same hash.
        if (json.members().size() != 2
                || epoch > Integer.MAX_VALUE
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(sealed)
                        .equals(text)) {
            throw new MalformedJsonException("not a sealed text");
        }
        return new SealedText((int) epoch, sealed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedText that && epoch == that.epoch && Arrays.equals(sealed, that.sealed);
    }

    @Override
    public int hashCode() {
        return 31 * epoch + Arrays.hashCode(sealed);
    }

    /** Tells neither what is sealed nor the ciphertext. */
    @Override
    public String toString() {
        return "SealedText[epoch=" + epoch + "]";
    }
}
