package nl.bereik.mobile.sync;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.disk.InUseException;
import nl.bereik.mobile.journal.Journal;
import nl.bereik.mobile.wipe.Address;
import nl.bereik.mobile.wipe.Wipe;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.wipe.Orders;
import nl.bereik.protocol.wipe.WipedReport;

/** What a phone does with its server without its PIN: asks whether it is to erase itself, obeys, and says so. */
public final class LockedPhone {
    private final Disk disk;
    private final Transport transport;

    public LockedPhone(Disk disk, Transport transport) {
        this.disk = disk;
        this.transport = transport;
    }

    /** What came of asking. */
    public enum Answer {
        /** Nothing is wanted of this phone, or it has no server. */
        NOTHING,
        /** Nothing is known; to be asked again. */
        NO_REPLY,
        /** It is to erase itself, but is open: to be locked and asked again at once. */
        OPEN,
        /** It has just erased itself, and the server knows. */
        WIPED,
        /** It has just erased itself, and still has to tell the server. */
        WIPED_UNTOLD
    }

    /**
     * Ends a wipe that was begun, tells the server of one that was done, and asks whether one is wanted. Blocks; may be
     * called at any time.
     *
     * @throws nl.bereik.mobile.journal.JournalException when the disk fails
     */
    public Answer ask() throws InterruptedException {
        try {
            Optional<Wipe.Receipt> owed = Wipe.receipt(disk);
            if (owed.isPresent()) {
                boolean begun = !owed.get().erased();
                if (begun && !wipe(() -> Wipe.finish(disk))) {
                    return Answer.OPEN;
                }
                boolean told = tell(owed.get());
                return begun ? wiped(told) : told ? Answer.NOTHING : Answer.NO_REPLY;
            }
            Optional<Address> address = Address.read(disk);
            return address.isPresent() ? ask(address.get()) : Answer.NOTHING;
        } catch (IOException e) {
            throw Journal.failure(e);
        }
    }

    private Answer ask(Address address) throws IOException, InterruptedException {
        String token;
        try {
            WireReply reply = transport.exchange(new WireRequest(
                    address.server(), "GET", SyncPaths.ORDERS + address.installId(), Map.of(), new byte[0]));
            if (reply.status() != 200) {
                return Answer.NO_REPLY;
            }
            token = Orders.decode(reply.body()).wipe();
        } catch (Transport.NoReplyException | IllegalArgumentException e) {
            return Answer.NO_REPLY;
        }
        if (token == null) {
            return Answer.NOTHING;
        }
        if (!wipe(() -> Wipe.obey(disk, address, token))) {
            return Answer.OPEN;
        }
        return wiped(tell(new Wipe.Receipt(address, token, true)));
    }

    private static Answer wiped(boolean told) {
        return told ? Answer.WIPED : Answer.WIPED_UNTOLD;
    }

    /** False when the phone is open. */
    private boolean wipe(Wiping wiping) throws IOException {
        try (Closeable lock = disk.lock()) {
            wiping.run();
            return lock != null;
        } catch (InUseException e) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Wiping {
        void run() throws IOException;
    }

    /** Whether the server knows now; also when it says that it never ordered it. */
    private boolean tell(Wipe.Receipt receipt) throws IOException, InterruptedException {
        Address address = receipt.address();
        byte[] report = new WipedReport(address.installId(), receipt.token()).encode();
        try {
            WireReply reply = transport.exchange(new WireRequest(
                    address.server(), "POST", SyncPaths.WIPED, Map.of("Content-Type", "application/json"), report));
            boolean settled = reply.status() == 204
                    || reply.status() == Refusal.Reason.NOT_FOUND.status()
                            && Refusal.decode(reply.body()).reason() == Refusal.Reason.NOT_FOUND;
            if (settled) {
                Wipe.settled(disk);
            }
            return settled;
        } catch (Transport.NoReplyException | IllegalArgumentException e) {
            return false;
        }
    }
}
