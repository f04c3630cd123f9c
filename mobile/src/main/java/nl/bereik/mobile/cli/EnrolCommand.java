package nl.bereik.mobile.cli;

import java.net.URI;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.EnrolResult;
import nl.bereik.mobile.sync.HttpTransport;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.teamkey.SixDigits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "enrol", mixinStandardHelpOptions = true)
final class EnrolCommand extends PhoneCommand {
    @Parameters(index = "0", paramLabel = "URL", descriptionKey = "enrol.url")
    String url = "";

    @Parameters(index = "1", paramLabel = "CODE", descriptionKey = "enrol.code")
    String code = "";

    EnrolCommand(Words words) {
        super(words);
    }

    @Override
    void beforeOpening() {
        server();
        code();
    }

    @Override
    int with(Phone phone) throws InterruptedException {
        EnrolResult result =
                new SyncClient(phone, new HttpTransport(), SyncClient.Pause.real()).enrol(server(), code());
        Enrolment.Install install = phone.enrolment().install();
        if (result.end() != SyncResult.End.COMPLETE || install == null) {
            return failed(result.end(), result.refusal());
        }
        out().println(words.get("enrol.done", install.team(), install.installId()));
        if (!install.approved()) {
            out().println(words.get(
                    "enrol.awaitsApproval",
                    SixDigits.ofPhone(install.installId(), phone.teamKeys().sealKey())
                            .display()));
        }
        return ExitCode.DONE;
    }

    private URI server() {
        try {
            return Enrolment.parseServer(url);
        } catch (IllegalArgumentException e) {
            throw new UsageException(words.get("enrol.url.wrong"));
        }
    }

    private EnrolmentCode code() {
        try {
            return EnrolmentCode.parse(code);
        } catch (IllegalArgumentException e) {
            throw new UsageException(words.get("enrol.code.wrong"));
        }
    }
}
