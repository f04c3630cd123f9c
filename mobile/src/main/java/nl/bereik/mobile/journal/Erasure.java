package nl.bereik.mobile.journal;

import java.io.IOException;
import nl.bereik.mobile.disk.Disk;

/**
 * Erases a phone, for good. The key goes first: without it nothing that is left can be read. May be cut off and
 * repeated.
 */
public final class Erasure {
    private Erasure() {}

    /** Erases the key, the journal and what was ever kept aside of either. */
    public static void ofKeyAndJournal(Disk disk) throws IOException {
        disk.erase(PinLock.FILE);
        for (String name : disk.names()) {
            if (name.startsWith(PinLock.FILE) || name.startsWith(Journal.FILE)) {
                disk.erase(name);
            }
        }
    }

    /** Erases all files but one. */
    public static void ofAllBut(String kept, Disk disk) throws IOException {
        ofKeyAndJournal(disk);
        for (String name : disk.names()) {
            if (!name.equals(kept)) {
                disk.erase(name);
            }
        }
    }
}
