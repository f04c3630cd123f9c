package nl.bereik.mobile.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import nl.bereik.mobile.journal.Recovery;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.HttpTransport;
import nl.bereik.mobile.sync.LockedPhone;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that opens the phone, does one thing and closes it again. */
abstract class PhoneCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    final PhoneFolder folder = new PhoneFolder();

    final Words words;

    private boolean wipeOrdered;

    PhoneCommand(Words words) {
        this.words = words;
    }

    @Override
    public final Integer call() throws Exception {
        beforeOpening();
        try (Phone phone = folder.open(words)) {
            Recovery recovery = phone.recovery();
            if (recovery.finding() != Recovery.Finding.WHOLE) {
                err().println(words.get(
                        "recovery." + recovery.finding().name(), recovery.entries(), recovery.bytesLeftOut()));
            }
            int code = with(phone);
            if (!wipeOrdered) {
                return code;
            }
        }
        return wipe();
    }

    /** The phone is closed; what it held goes now. */
    private int wipe() throws InterruptedException {
        LockedPhone.Answer answer = new LockedPhone(folder.disk(), new HttpTransport()).ask();
        boolean wiped = answer == LockedPhone.Answer.WIPED || answer == LockedPhone.Answer.WIPED_UNTOLD;
        err().println("bereik-phone: " + words.get(wiped ? "wiped" : "wipe.later"));
        return wiped ? ExitCode.ERASED : ExitCode.REFUSED;
    }

    /** Checks what can be checked without the phone. @throws UsageException when something cannot be */
    void beforeOpening() {}

    abstract int with(Phone phone) throws IOException, InterruptedException;

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Says in one line why the server was no help. */
    int failed(SyncResult.End end, Refusal.@Nullable Reason refusal) {
        err().println("bereik-phone: "
                + (refusal == null ? words.reason("end", end) : words.reason("refusal", refusal)));
        wipeOrdered = refusal == Refusal.Reason.WIPE_ORDERED;
        if (refusal == Refusal.Reason.NOT_APPROVED) {
            return ExitCode.NOT_APPROVED;
        }
        return end == SyncResult.End.REFUSED || end == SyncResult.End.NOT_ENROLLED
                ? ExitCode.REFUSED
                : ExitCode.NO_SERVER;
    }
}
