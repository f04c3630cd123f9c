package nl.bereik.mobile.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import nl.bereik.mobile.demo.Demonstration;
import nl.bereik.mobile.journal.JournalException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The phone's commands. Results go to standard output; errors, one line each, and progress to standard error. */
@Command(name = "bereik-phone", mixinStandardHelpOptions = true, version = "Bereik 0.1.0")
public final class PhoneCommands implements Runnable {
    @Spec
    CommandSpec spec;

    private final Words words;

    private PhoneCommands(Words words) {
        this.words = words;
    }

    /**
     * Runs one command and answers its exit code.
     *
     * @param window opens the phone's window beside a demonstration; null where there is no display
     */
    public static int run(
            String[] arguments,
            PrintWriter out,
            PrintWriter err,
            Locale locale,
            @Nullable Consumer<Demonstration.Window> window) {
        Words words = new Words(locale);
        CommandLine line = new CommandLine(new PhoneCommands(words))
                .addSubcommand("enrol", new EnrolCommand(words))
                .addSubcommand("log", new LogCommand(words))
                .addSubcommand("import", new ImportCommand(words))
                .addSubcommand("sync", new SyncCommand(words))
                .addSubcommand("export", new ExportCommand(words))
                .addSubcommand("status", new StatusCommand(words))
                .addSubcommand("demo", new DemoCommand(words, window))
                .setResourceBundle(words.bundle())
                .setOut(out)
                .setErr(err);
        line.setParameterExceptionHandler((problem, given) -> {
            err.println("bereik-phone: " + problem.getMessage());
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((problem, failed, given) -> {
            err.println("bereik-phone: " + told(problem, words));
            return code(problem);
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                words.get("noCommand", String.join(", ", spec.subcommands().keySet())));
    }

    private static String told(Exception problem, Words words) {
        if (problem instanceof UsageException) {
            return String.valueOf(problem.getMessage());
        }
        if (problem instanceof JournalException journal) {
            return words.reason("journal", journal.reason());
        }
        return words.get("unexpected", problem.getClass().getSimpleName());
    }

    private static int code(Exception problem) {
        if (problem instanceof UsageException) {
            return ExitCode.USAGE;
        }
        if (problem instanceof JournalException journal) {
            return switch (journal.reason()) {
                case WRONG_PIN, WAIT -> ExitCode.WRONG_PIN;
                case ERASED -> ExitCode.ERASED;
                case DISK_FULL -> ExitCode.DISK_FULL;
                case DISK_FAILED, IN_USE, KEY_DAMAGED, NEWER_VERSION -> ExitCode.PHONE_NOT_OPENED;
            };
        }
        return ExitCode.UNEXPECTED;
    }
}
