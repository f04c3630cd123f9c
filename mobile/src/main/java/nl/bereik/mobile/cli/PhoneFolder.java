package nl.bereik.mobile.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import nl.bereik.mobile.device.Device;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.journal.JournalException.Reason;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.lock.PinRule;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has, and the phone that they open. */
final class PhoneFolder {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    @Nullable Path folder;

    /** Opens the phone with the PIN from {@code BEREIK_PIN} or from a prompt. */
    Phone open(Words words) {
        PhoneParts parts = PhoneParts.real(disk());
        return Phone.open(parts, pin(words, !Phone.exists(parts)));
    }

    Disk disk() {
        try {
            return new FileDisk(folder == null ? Device.usualFolder() : folder);
        } catch (IOException e) {
            throw new JournalException(Reason.DISK_FAILED, "the folder cannot be used", e);
        }
    }

    private static Pin pin(Words words, boolean fresh) {
        String given = System.getenv("BEREIK_PIN");
        try {
            Pin pin = new Pin(given == null ? ask(words, fresh) : given);
            if (fresh && !PinRule.USUAL.allows(pin)) {
                throw new UsageException(words.get("pin.weak", PinRule.USUAL.minDigits()));
            }
            return pin;
        } catch (IllegalArgumentException e) {
            throw new UsageException(words.get("pin.shape", Pin.MIN_DIGITS, Pin.MAX_DIGITS));
        }
    }

    private static String ask(Words words, boolean fresh) {
        Console console = System.console();
        if (console == null) {
            throw new UsageException(words.get("pin.none"));
        }
        String typed = new String(console.readPassword("%s ", words.get(fresh ? "pin.choose" : "pin.ask")));
        if (fresh && !typed.equals(new String(console.readPassword("%s ", words.get("pin.again"))))) {
            throw new UsageException(words.get("pin.differs"));
        }
        return typed;
    }
}
