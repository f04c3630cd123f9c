package nl.bereik.mobile.cli;

import nl.bereik.mobile.outbox.OutboxStatus;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.HttpTransport;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sync", mixinStandardHelpOptions = true)
final class SyncCommand extends PhoneCommand {
    @Option(names = "--tries", defaultValue = "4", paramLabel = "N", descriptionKey = "sync.tries")
    int tries;

    SyncCommand(Words words) {
        super(words);
    }

    @Override
    int with(Phone phone) throws InterruptedException {
        Progress progress = new Progress(err());
        phone.onChange(() ->
                progress.show(words.get("sync.progress", phone.outbox().status().waiting())));
        SyncResult result =
                new SyncClient(phone, new HttpTransport(), SyncClient.Pause.real()).sync(Math.max(1, tries));
        progress.end();
        OutboxStatus status = phone.outbox().status();
        out().println(words.get("sync.done", result.arrived(), result.left(), result.setAside()));
        if (result.end() != SyncResult.End.COMPLETE) {
            return failed(result.end(), result.refusal());
        }
        if (status.provedAt() != null) {
            out().println(words.get("sync.proved", status.held(), status.provedAt()));
        }
        return status.needsRepair() + status.turnedDown() + status.underReview() == 0 && result.left() == 0
                ? ExitCode.DONE
                : ExitCode.NEEDS_ATTENTION;
    }
}
