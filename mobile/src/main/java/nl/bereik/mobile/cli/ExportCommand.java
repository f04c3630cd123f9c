package nl.bereik.mobile.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.recovery.RecoveryExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand extends PhoneCommand {
    @Parameters(paramLabel = "FILE", descriptionKey = "export.file")
    Path file = Path.of("");

    ExportCommand(Words words) {
        super(words);
    }

    @Override
    int with(Phone phone) {
        Optional<RecoveryExport.Sealed> sealed = RecoveryExport.seal(phone);
        if (sealed.isEmpty()) {
            err().println(words.get("export.tooEarly"));
            return ExitCode.REFUSED;
        }
        try {
            Files.writeString(file, sealed.get().text(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UsageException(words.get("export.file.wrong"));
        }
        out().println(words.get("export.done", sealed.get().items()));
        return ExitCode.DONE;
    }
}
