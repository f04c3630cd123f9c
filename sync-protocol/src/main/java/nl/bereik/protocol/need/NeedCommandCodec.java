package nl.bereik.protocol.need;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.contact.BodyReader;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The body of an item of kind {@value #KIND}, schema {@value #SCHEMA}:
 * {@code {"need": id, "act": "ACCEPT", "to": account, "reason": code}}, the last two only for acts that bear them.
 */
public final class NeedCommandCodec {
    /** The item kind that this codec reads and writes. */
    public static final String KIND = "need-command";

    /** The version of the body's shape. */
    public static final int SCHEMA = 1;

    private NeedCommandCodec() {}

    public static JsonObject encode(NeedCommand command) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("need", command.need().toString());
        body.put("act", command.act().name());
        if (command.to() != null) {
            body.put("to", command.to());
        }
        if (command.reason() != null) {
            body.put("reason", command.reason().name());
        }
        return JsonObject.of(body);
    }

    /** Reads a body; fields that this version does not know are passed over, for a command is obeyed and not kept. */
    public static Decoded<NeedCommand> decode(JsonObject body) {
        BodyReader reader = new BodyReader(body);
        UUID need = reader.id("need");
        NeedAct act = reader.code("act", NeedAct.class);
        if (need == null || act == null) {
            return new Decoded.Faulty<>(reader.problems());
        }
        String to = act.namesSomebody() ? reader.text("to") : null;
        DeclineReason reason = act == NeedAct.DECLINE ? reader.code("reason", DeclineReason.class) : null;
        if (to != null && to.isBlank()) {
            return new Decoded.Faulty<>(List.of(new FieldProblem("to", Reason.WRONG_TYPE)));
        }
        return reader.problems().isEmpty()
                ? new Decoded.Whole<>(new NeedCommand(need, act, to, reason))
                : new Decoded.Faulty<>(reader.problems());
    }
}
