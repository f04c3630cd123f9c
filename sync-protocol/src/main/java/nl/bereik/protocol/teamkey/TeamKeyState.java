package nl.bereik.protocol.teamkey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.state.StateRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells one phone of its team's key, as a record of its slice. It has the key in no form that it can
 * read; a phone believes of this only what it can check.
 *
 * @param phone the id of this phone's first install
 * @param sealKey the key of this phone that the server knows; null when it knows none
 * @param epoch of the team's key; 0 while there is none
 * @param make the epoch of which this phone is asked to make the key; null when it is not
 * @param keeper the key of the phone that hands over the team's key; null when there is none
 * @param comparison how far this phone and the keeper are with comparing their keys; null when they have not begun
 * @param envelope what was last sealed to this phone; null when nothing was
 * @param active the ids of the phones that may sync, told to the keeper; for others empty
 * @param holders what each phone was handed of this epoch, told to the keeper: by phone the id of the roster
 * @param wanted the phones that wait for the key, told to the keeper
 */
public record TeamKeyState(
        String phone,
        @Nullable SealKey sealKey,
        int epoch,
        @Nullable Integer make,
        @Nullable SealKey keeper,
        @Nullable Comparison comparison,
        @Nullable Envelope envelope,
        List<String> active,
        Map<String, String> holders,
        List<Wanted> wanted) {
    /** The kind, and the id, of the record. */
    public static final String KIND = "team-key";

    public TeamKeyState {
        active = List.copyOf(active);
        holders = Map.copyOf(holders);
        wanted = List.copyOf(wanted);
    }

    /**
     * @param commitment see {@link Handover#commitment}
     * @param answer the keeper's nonce; null while it has not answered
     * @param opened the asking phone's nonce; null while it has not opened it
     */
    public record Comparison(
            String commitment,
            @Nullable String answer,
            @Nullable String opened) {

        JsonObject toJson() {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("commitment", commitment);
            put(members, "answer", answer);
            put(members, "opened", opened);
            return JsonObject.of(members);
        }

        static Comparison fromJson(JsonObject json) {
            return new Comparison(json.text("commitment"), json.optionalText("answer"), json.optionalText("opened"));
        }
    }

    /**
     * @param from the key of the phone that sealed it
     * @param sealed the encapsulated key, 32 bytes, and the ciphertext, base64url
     */
    public record Envelope(int epoch, SealKey from, String sealed) {

        JsonObject toJson() {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("epoch", (long) epoch);
            members.put("from", from.text());
            members.put("sealed", sealed);
            return JsonObject.of(members);
        }

        static Envelope fromJson(JsonObject json) {
            return new Envelope(
                    Math.toIntExact(json.number("epoch")), new SealKey(json.text("from")), json.text("sealed"));
        }
    }

    /**
     * A phone that waits for the key.
     *
     * @param holder the account of the person who carries it; null when none was named
     */
    public record Wanted(
            String phone,
            SealKey sealKey,
            @Nullable String holder,
            @Nullable Comparison comparison) {

        JsonObject toJson() {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("phone", phone);
            members.put("sealKey", sealKey.text());
            put(members, "holder", holder);
            put(members, "comparison", comparison == null ? null : comparison.toJson());
            return JsonObject.of(members);
        }

        static Wanted fromJson(JsonObject json) {
            return new Wanted(
                    json.text("phone"),
                    new SealKey(json.text("sealKey")),
                    json.optionalText("holder"),
                    json.get("comparison") == null ? null : Comparison.fromJson(json.object("comparison")));
        }
    }

    public StateRecord record() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("phone", phone);
        put(members, "sealKey", sealKey == null ? null : sealKey.text());
        members.put("epoch", (long) epoch);
        put(members, "make", make == null ? null : Long.valueOf(make));
        put(members, "keeper", keeper == null ? null : keeper.text());
        put(members, "comparison", comparison == null ? null : comparison.toJson());
        put(members, "envelope", envelope == null ? null : envelope.toJson());
        if (!active.isEmpty()) {
            members.put("active", active.stream().sorted().toList());
            members.put("holders", sorted(holders));
            members.put("wanted", wanted.stream().map(Wanted::toJson).toList());
        }
        return StateRecord.of(KIND, KIND, JsonObject.of(members));
    }

    /** The state in a record; empty when the record is of another kind or cannot be read. */
    public static Optional<TeamKeyState> read(StateRecord record) {
        if (!record.kind().equals(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(fromJson(record.body()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static TeamKeyState fromJson(JsonObject json) {
        String sealKey = json.optionalText("sealKey");
        String keeper = json.optionalText("keeper");
        boolean keeping = json.get("active") != null;
        return new TeamKeyState(
                json.text("phone"),
                sealKey == null ? null : new SealKey(sealKey),
                Math.toIntExact(json.number("epoch")),
                json.get("make") == null ? null : Integer.valueOf(Math.toIntExact(json.number("make"))),
                keeper == null ? null : new SealKey(keeper),
                json.get("comparison") == null ? null : Comparison.fromJson(json.object("comparison")),
                json.get("envelope") == null ? null : Envelope.fromJson(json.object("envelope")),
                keeping ? json.list("active", String.class) : List.of(),
                keeping ? texts(json.object("holders")) : Map.of(),
                keeping
                        ? json.list("wanted", JsonObject.class).stream()
                                .map(Wanted::fromJson)
                                .toList()
                        : List.of());
    }

    static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.members().keySet().forEach(name -> texts.put(name, json.text(name)));
        return texts;
    }

    static JsonObject sorted(Map<String, String> texts) {
        return JsonObject.of(new TreeMap<>(texts));
    }

    private static void put(Map<String, @Nullable Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
