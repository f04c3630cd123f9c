package nl.bereik.mobile.wipe;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Where a locked phone asks whether it is to erase itself: all that stands readable on it beside the looks of the lock
 * screen. Whoever reads it can ask the same, and learns no more than that.
 */
public record Address(URI server, String installId) {
    private static final String FILE = "address.json";

    /** As last kept; empty when there is none that can be read. @throws IOException when the disk fails */
    public static Optional<Address> read(Disk disk) throws IOException {
        if (!disk.exists(FILE)) {
            return Optional.empty();
        }
        try {
            JsonObject json = Json.readObject(disk.read(FILE));
            return Optional.of(new Address(URI.create(json.text("server")), json.text("installId")));
        } catch (IllegalArgumentException e) {
            // Unlocking writes it again.
            return Optional.empty();
        }
    }

    /** Keeps it; writes nothing when it is there already. */
    public void keep(Disk disk) throws IOException {
        if (!read(disk).equals(Optional.of(this))) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("server", server.toString());
            members.put("installId", installId);
            disk.replace(FILE, JsonObject.of(members).bytes());
        }
    }
}
