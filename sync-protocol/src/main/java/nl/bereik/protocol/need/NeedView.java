package nl.bereik.protocol.need;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.state.StateRecord;
import org.jspecify.annotations.Nullable;

/**
 * A need as a record of the slice of somebody's phone: {@code {"need": as raised, "status", "assignee", "beside",
 * "you", "timeline"}}.
 *
 * @param id the item id under which it was raised, to which its sealed texts are bound
 * @param you what the holder of this phone is to it
 * @param timeline oldest first
 */
public record NeedView(UUID id, FollowUpNeed need, NeedState state, Set<Party> you, List<NeedEvent> timeline) {
    public static final String KIND = "need";

    public NeedView {
        you = you.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(you));
        timeline = List.copyOf(timeline);
    }

    /** What the holder may do now, in the order of the acts. */
    public List<NeedAct> acts() {
        List<NeedAct> acts = new ArrayList<>();
        for (NeedAct act : NeedAct.values()) {
            if (act.from().contains(state.status()) && !Collections.disjoint(act.by(), you)) {
                acts.add(act);
            }
        }
        return acts;
    }

    public StateRecord record() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("need", NeedCodec.encode(need));
        body.put("status", state.status().name());
        body.put("raiser", state.raiser());
        if (state.assignee() != null) {
            body.put("assignee", state.assignee());
        }
        if (!state.beside().isEmpty()) {
            body.put("beside", List.copyOf(state.beside()));
        }
        body.put("you", you.stream().<String>map(Enum::name).toList());
        body.put("timeline", timeline.stream().map(NeedEvent::toJson).toList());
        return StateRecord.of(KIND + ':' + id, KIND, JsonObject.of(body));
    }

    /** The need in a record; empty when the record is of another kind or tells what this version does not know. */
    public static Optional<NeedView> read(StateRecord record) {
        if (!record.kind().equals(KIND) || !record.id().startsWith(KIND + ':')) {
            return Optional.empty();
        }
        try {
            JsonObject body = record.body();
            if (!(NeedCodec.decode(body.object("need")) instanceof Decoded.Whole<FollowUpNeed> whole)) {
                return Optional.empty();
            }
            NeedState state = new NeedState(
                    NeedStatus.valueOf(body.text("status")),
                    body.text("raiser"),
                    body.optionalText("assignee"),
                    body.get("beside") == null ? Set.of() : Set.copyOf(body.list("beside", String.class)));
            return Optional.of(new NeedView(
                    UUID.fromString(record.id().substring(KIND.length() + 1)),
                    whole.value(),
                    state,
                    known(body.list("you", String.class)),
                    body.list("timeline", JsonObject.class).stream()
                            .map(NeedEvent::fromJson)
                            .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A party that this version does not know gives no right here. */
    private static Set<Party> known(Collection<String> names) {
        Set<Party> known = EnumSet.noneOf(Party.class);
        for (Party party : Party.values()) {
            if (names.contains(party.name())) {
                known.add(party);
            }
        }
        return known;
    }
}
