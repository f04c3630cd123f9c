package nl.bereik.protocol.state;

import java.util.Optional;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.ItemOutcome;

/** What became later of items that were under review, as records of a phone's slice. */
public final class Outcomes {
    public static final String KIND = "outcome";

    private Outcomes() {}

    public static StateRecord record(ItemOutcome outcome) {
        JsonObject body = outcome.toJson();
        return StateRecord.of(KIND + ':' + outcome.opId(), KIND, body);
    }

    /** The outcome in a record; empty when the record is of another kind or cannot be read. */
    public static Optional<ItemOutcome> read(StateRecord record) {
        try {
            return record.kind().equals(KIND) ? Optional.of(ItemOutcome.fromJson(record.body())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
