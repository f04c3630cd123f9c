package nl.bereik.protocol.teamkey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a phone has to say about its team's key; any part may be absent. Sending it again changes nothing.
 *
 * @param sealKey this phone's key, from a phone that enrolled without one
 * @param handed a key that was made or is handed over, sealed
 * @param asked what this phone tells the keeper to compare their keys
 * @param answers what the keeper tells phones that asked
 */
public record TeamKeyPost(
        @Nullable SealKey sealKey,
        @Nullable Handed handed,
        @Nullable Asked asked,
        List<Answer> answers) {
    /** Envelopes in one post. */
    public static final int MAX_ENVELOPES = 8;

    private static final int MAX_ENVELOPE_LENGTH = 1 << 14;
    private static final int MAX_LENGTH = 64;

    public TeamKeyPost {
        answers = List.copyOf(answers);
    }

    /**
     * @param keyId tells two keys apart and nothing else; the first that arrives for an epoch counts
     * @param roster the id of the roster that was sealed with the key
     * @param envelopes by phone: the encapsulated key, 32 bytes, and the ciphertext, base64url
     */
    public record Handed(int epoch, String keyId, String roster, Map<String, String> envelopes) {
        public Handed {
            requireShort(keyId, roster);
            envelopes = Map.copyOf(envelopes);
            if (epoch < 1 || envelopes.values().stream().anyMatch(text -> text.length() > MAX_ENVELOPE_LENGTH)) {
                throw new IllegalArgumentException("no epoch, or too long an envelope");
            }
        }
    }

    /**
     * @param commitment see {@link Handover#commitment}
     * @param opened the nonce; null until the keeper has answered
     */
    public record Asked(String commitment, @Nullable String opened) {
        public Asked {
            requireShort(commitment, opened == null ? "" : opened);
        }
    }

    /** @param nonce the keeper's, for the phone that committed itself to this */
    public record Answer(String phone, String commitment, String nonce) {
        public Answer {
            requireShort(phone, commitment, nonce);
        }
    }

    private static void requireShort(String... texts) {
        for (String text : texts) {
            if (text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("longer than any of these");
            }
        }
    }

    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (sealKey != null) {
            members.put("sealKey", sealKey.text());
        }
        if (handed != null) {
            Map<String, @Nullable Object> inner = new LinkedHashMap<>();
            inner.put("epoch", (long) handed.epoch);
            inner.put("keyId", handed.keyId);
            inner.put("roster", handed.roster);
            inner.put("envelopes", TeamKeyState.sorted(handed.envelopes));
            members.put("handed", JsonObject.of(inner));
        }
        if (asked != null) {
            Map<String, @Nullable Object> inner = new LinkedHashMap<>();
            inner.put("commitment", asked.commitment);
            if (asked.opened != null) {
                inner.put("opened", asked.opened);
            }
            members.put("asked", JsonObject.of(inner));
        }
        if (!answers.isEmpty()) {
            members.put("answers", answers.stream().map(TeamKeyPost::toJson).toList());
        }
        return JsonObject.of(members).bytes();
    }

    /** @throws IllegalArgumentException when the text is no such post */
    public static TeamKeyPost decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        String sealKey = json.optionalText("sealKey");
        return new TeamKeyPost(
                sealKey == null ? null : new SealKey(sealKey),
                json.get("handed") == null ? null : handed(json.object("handed")),
                json.get("asked") == null ? null : asked(json.object("asked")),
                json.get("answers") == null
                        ? List.of()
                        : json.list("answers", JsonObject.class).stream()
                                .map(TeamKeyPost::answer)
                                .toList());
    }

    private static Handed handed(JsonObject json) {
        return new Handed(
                (int) Math.min(json.number("epoch"), Integer.MAX_VALUE),
                json.text("keyId"),
                json.text("roster"),
                TeamKeyState.texts(json.object("envelopes")));
    }

    private static Asked asked(JsonObject json) {
        return new Asked(json.text("commitment"), json.optionalText("opened"));
    }

    private static JsonObject toJson(Answer answer) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("phone", answer.phone);
        members.put("commitment", answer.commitment);
        members.put("nonce", answer.nonce);
        return JsonObject.of(members);
    }

    private static Answer answer(JsonObject json) {
        return new Answer(json.text("phone"), json.text("commitment"), json.text("nonce"));
    }
}
