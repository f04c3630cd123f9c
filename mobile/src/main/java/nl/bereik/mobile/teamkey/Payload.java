package nl.bereik.mobile.teamkey;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.teamkey.SealKey;
import org.jspecify.annotations.Nullable;

/**
 * What one phone of a team hands to another: the team's key of every epoch, and the phones that share it.
 *
 * @param keys by epoch; at least one
 * @param roster by phone
 */
record Payload(SortedMap<Integer, TeamKey> keys, SortedMap<String, SealKey> roster) {
    Payload {
        keys = new TreeMap<>(keys);
        roster = new TreeMap<>(roster);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
    }

    Payload(Map<Integer, TeamKey> keys, Map<String, SealKey> roster) {
        this(new TreeMap<>(keys), new TreeMap<>(roster));
    }

    TeamKey newest() {
        return Objects.requireNonNull(keys.get(keys.lastKey()));
    }

    byte[] encode() {
        Map<String, @Nullable Object> byEpoch = new LinkedHashMap<>();
        keys.forEach((epoch, key) -> byEpoch.put(
                epoch.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(key.key())));
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("keys", JsonObject.of(byEpoch));
        members.put("roster", texts(roster));
        return JsonObject.of(members).bytes();
    }

    /** @throws IllegalArgumentException when the text is no such thing */
    static Payload decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        Map<Integer, TeamKey> keys = new TreeMap<>();
        JsonObject byEpoch = json.object("keys");
        for (String name : byEpoch.members().keySet()) {
            int epoch = Integer.parseInt(name);
            keys.put(epoch, new TeamKey(epoch, Base64.getUrlDecoder().decode(byEpoch.text(name))));
        }
        Map<String, SealKey> roster = new TreeMap<>();
        JsonObject byPhone = json.object("roster");
        byPhone.members().keySet().forEach(phone -> roster.put(phone, new SealKey(byPhone.text(phone))));
        return new Payload(keys, roster);
    }

    /** Tells two rosters apart; the server, which sees it, knows every phone's key anyway. */
    static String idOf(SortedMap<String, SealKey> roster) {
        return ContentHash.short128(texts(roster).bytes());
    }

    private static JsonObject texts(SortedMap<String, SealKey> roster) {
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        roster.forEach((phone, key) -> texts.put(phone, key.text()));
        return JsonObject.of(texts);
    }

    /** Hides the keys from logs. */
    @Override
    public String toString() {
        return "Payload" + keys.keySet();
    }
}
