package nl.bereik.protocol.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How a phone's slice differs from what it has.
 *
 * @param changes what is new or changed, whole
 * @param gone ids that are no longer there
 */
public record StateReply(List<StateRecord> changes, List<String> gone) {
    public StateReply {
        changes = List.copyOf(changes);
        gone = List.copyOf(gone);
    }

    /** The difference from what a phone has to what is there now; in the order of the ids. */
    public static StateReply difference(Map<String, String> known, Collection<StateRecord> now) {
        List<StateRecord> changes = new ArrayList<>();
        Set<String> gone = new TreeSet<>(known.keySet());
        for (StateRecord record : now) {
            gone.remove(record.id());
            if (!record.rev().equals(known.get(record.id()))) {
                changes.add(record);
            }
        }
        changes.sort(Comparator.comparing(StateRecord::id));
        return new StateReply(changes, List.copyOf(gone));
    }

    /** Revisions by id. @throws IllegalStateException when two records have one id */
    public static Map<String, String> revs(Collection<StateRecord> records) {
        return records.stream().collect(Collectors.toUnmodifiableMap(StateRecord::id, StateRecord::rev));
    }

    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("changes", changes.stream().map(StateRecord::toJson).toList());
        members.put("gone", gone);
        return JsonObject.of(members).bytes();
    }

    /** @throws IllegalArgumentException when the text is not such a reply */
    public static StateReply decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        return new StateReply(
                json.list("changes", JsonObject.class).stream()
                        .map(StateRecord::fromJson)
                        .toList(),
                json.list("gone", String.class));
    }
}
