package nl.bereik.protocol.enrolment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.WireTime;
import org.jspecify.annotations.Nullable;

/**
 * A phone has become an install.
 *
 * @param installId names the install in every proof; the same for the same key
 * @param team the team whose contacts this phone logs
 * @param serverTime the server's clock, whole seconds
 * @param approved whether it may sync; until the coordinator has approved it, it may not. An earlier server says
 *     nothing, which means true
 */
public record EnrolReply(String installId, String team, Instant serverTime, boolean approved) {

    public EnrolReply {
        serverTime = serverTime.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Of an install that may sync. */
    public EnrolReply(String installId, String team, Instant serverTime) {
        this(installId, team, serverTime, true);
    }

    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("installId", installId);
        members.put("team", team);
        members.put("serverTime", serverTime.toString());
        if (!approved) {
            members.put("approved", false);
        }
        return JsonObject.of(members).bytes();
    }

    /** @throws IllegalArgumentException when the text is not such a reply */
    public static EnrolReply decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        return new EnrolReply(
                json.text("installId"),
                json.text("team"),
                WireTime.parse(json.text("serverTime")),
                json.get("approved") == null || json.flag("approved"));
    }
}
