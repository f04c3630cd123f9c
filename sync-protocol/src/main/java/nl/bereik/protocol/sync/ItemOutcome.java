package nl.bereik.protocol.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item. Custody has passed to the server only when {@link Verdict#held()} says so.
 *
 * @param opId the id as sent
 * @param verdict what the server did with the item
 * @param problems why, for verdicts other than accepted and duplicate; no values from the item
 */
public record ItemOutcome(String opId, Verdict verdict, List<FieldProblem> problems) {

    /** What the server did with an item. */
    public enum Verdict {
        /** Stored durably now. */
        ACCEPTED(true),
        /** Was stored before, with the same content. */
        DUPLICATE(true),
        /** The id is taken by other content; both are kept and shown. */
        CONFLICT(true),
        /** Understood and not allowed; not stored, the phone keeps it for repair. Final for this id. */
        REJECTED(false),
        /** Not understood by this server; kept raw and tried again after a fix. */
        QUARANTINED(true),
        /** Not now; send it again later. */
        RETRY(false);

        private final boolean held;

        Verdict(boolean held) {
            this.held = held;
        }

        /** Whether the server holds the item durably, so that the phone may let go of it. */
        public boolean held() {
            return held;
        }

        /** Whether the server has judged the item for good, so that it is not sent again. */
        public boolean settled() {
            return this != RETRY;
        }
    }

    public ItemOutcome {
        problems = List.copyOf(problems);
    }

    public static ItemOutcome of(PushItem item, Verdict verdict, FieldProblem... problems) {
        return new ItemOutcome(item.opId().toString(), verdict, List.of(problems));
    }

    /** {@code {"opId", "outcome", "problems": [{"field", "reason"}]}}, problems left out when there are none. */
    public JsonObject toJson() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("opId", opId);
        members.put("outcome", verdict.name());
        if (!problems.isEmpty()) {
            members.put("problems", problems.stream().map(ItemOutcome::toJson).toList());
        }
        return JsonObject.of(members);
    }

    /**
     * Reads an outcome. A reason that this version does not know is kept as text; a verdict that it does not know
     * reads as {@link Verdict#RETRY}, for it acknowledges nothing.
     */
    public static ItemOutcome fromJson(JsonObject json) {
        List<FieldProblem> problems = json.get("problems") == null
                ? List.of()
                : json.list("problems", JsonObject.class).stream()
                        .map(problem -> FieldProblem.told(problem.text("field"), problem.text("reason")))
                        .toList();
        return new ItemOutcome(json.text("opId"), verdict(json.text("outcome")), problems);
    }

    private static Verdict verdict(String name) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(name)) {
                return verdict;
            }
        }
        return Verdict.RETRY;
    }

    private static JsonObject toJson(FieldProblem problem) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("field", problem.field());
        members.put("reason", problem.code());
        return JsonObject.of(members);
    }
}
