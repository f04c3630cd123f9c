package nl.bereik.mobile.wipe;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.disk.DiskFullException;
import nl.bereik.mobile.journal.Erasure;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Erasing this phone by order. The order is written down first, so that whatever cuts it off, the next start goes on;
 * then the key goes, then all the rest; what stays is a receipt until the server has taken it. Whoever calls holds the
 * disk's lock.
 */
public final class Wipe {
    private static final String FILE = "wipe.json";

    private Wipe() {}

    /**
     * What is owed to the server.
     *
     * @param address whom, and as which install
     * @param token as it came with the order
     * @param erased whether all is erased, so that the server may be told and the phone be used anew
     */
    public record Receipt(Address address, String token, boolean erased) {
        private byte[] encode() {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("server", address.server().toString());
            members.put("installId", address.installId());
            members.put("token", token);
            members.put("erased", erased);
            return JsonObject.of(members).bytes();
        }

        /** Hides the token from logs. */
        @Override
        public String toString() {
            return "Receipt[" + address.installId() + ", " + erased + "]";
        }
    }

    /** What is owed; empty when nothing is. @throws IOException when the disk fails */
    public static Optional<Receipt> receipt(Disk disk) throws IOException {
        if (!disk.exists(FILE)) {
            return Optional.empty();
        }
        try {
            JsonObject json = Json.readObject(disk.read(FILE));
            Address address = new Address(URI.create(json.text("server")), json.text("installId"));
            return Optional.of(new Receipt(address, json.text("token"), json.flag("erased")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Obeys an order: on return all is erased but the receipt. Also on a full disk.
     *
     * @throws IOException when the disk fails; the order still stands, here or at the server, and is to be obeyed again
     */
    public static void obey(Disk disk, Address address, String token) throws IOException {
        Receipt receipt = new Receipt(address, token, false);
        try {
            disk.replace(FILE, receipt.encode());
        } catch (DiskFullException e) {
            // Makes room. Cut off here, the phone has no key, and asks for its orders again.
            Erasure.ofKeyAndJournal(disk);
            disk.replace(FILE, receipt.encode());
        }
        finish(disk);
    }

    /** Ends a wipe that was cut off, if there is one. @throws IOException when the disk fails */
    public static void finish(Disk disk) throws IOException {
        Optional<Receipt> begun = receipt(disk).filter(receipt -> !receipt.erased);
        if (begun.isPresent()) {
            Erasure.ofAllBut(FILE, disk);
            disk.replace(FILE, new Receipt(begun.get().address, begun.get().token, true).encode());
        }
    }

    /**
     * The server has taken the receipt: nothing is left of this phone. In one step, for half a receipt says nothing.
     */
    public static void settled(Disk disk) throws IOException {
        disk.delete(FILE);
    }
}
