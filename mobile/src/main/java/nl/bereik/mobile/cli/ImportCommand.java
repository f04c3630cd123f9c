package nl.bereik.mobile.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.bereik.mobile.backlog.BacklogImport;
import nl.bereik.mobile.backlog.ImportReport;
import nl.bereik.mobile.backlog.LineProblem;
import nl.bereik.mobile.phone.Phone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand extends PhoneCommand {
    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "import.file")
    Path file = Path.of("");

    ImportCommand(Words words) {
        super(words);
    }

    @Override
    void beforeOpening() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException(words.get("import.file.wrong"));
        }
    }

    @Override
    int with(Phone phone) throws IOException {
        Progress progress = new Progress(err());
        ImportReport report;
        try (InputStream in = Files.newInputStream(file)) {
            report = new BacklogImport(phone)
                    .read(in, this::tell, lines -> progress.show(words.get("import.progress", lines)));
        }
        progress.end();
        out().println(words.get("import.done", report.added(), report.known(), report.refused()));
        if (report.notesLeftOut() > 0) {
            err().println(words.get("import.notes", report.notesLeftOut()));
        }
        return report.refused() == 0 ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
    }

    private void tell(LineProblem problem) {
        String reason = words.reason("problem", problem.reason());
        err().println(words.get(
                "import.line",
                problem.line(),
                problem.field().isEmpty() ? reason : words.get("field", problem.field(), reason)));
    }
}
