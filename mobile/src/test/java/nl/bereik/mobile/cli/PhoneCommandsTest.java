package nl.bereik.mobile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import nl.bereik.mobile.backlog.LineProblem;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.Recovery;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build sets {@code BEREIK_PIN} to 246813 for these tests. */
class PhoneCommandsTest {
    private static final String GOOD = "{\"kind\":\"contact\",\"on\":\"2025-01-01\",\"dayPart\":\"NIGHT\","
            + "\"channel\":\"STREET\",\"area\":\"Tiel\",\"audience\":\"SEX_WORKER\",\"workForm\":\"WINDOW\","
            + "\"gender\":\"WOMAN\",\"ageBand\":\"FROM_27\",\"encounter\":\"FIRST\"}";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void logsAContactAndTellsThatItWaits() {
        assertThat(run(
                        "log",
                        "--channel",
                        "zone",
                        "--area",
                        "Nijmegen",
                        "--permit",
                        "with",
                        "--topics",
                        "exit,housing"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("Saved; 1 contact waits for coverage" + System.lineSeparator());
        assertThat(run("status", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"waiting\":1", "\"server\":null", "\"lost\":0");
    }

    @Test
    void aFieldThatIsWrongIsNamedInOneLineAndNothingIsSaved() {
        assertThat(run("log", "--channel", "submarine", "--area", "Nijmegen")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).isEqualTo("bereik-phone: channel: unknown code" + System.lineSeparator());
        assertThat(run("log", "--channel", "zone", "--area", "Atlantis")).isEqualTo(ExitCode.USAGE);
        assertThat(run("log", "--channel", "zone", "--area", "Nijmegen", "--on", "2999-01-01"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("log", "--area", "Nijmegen")).isEqualTo(ExitCode.USAGE);
        assertThat(run("status", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"waiting\":0");
    }

    @Test
    void whatTheServerLostIsTold() throws IOException {
        PhoneParts parts = PhoneParts.real(new FileDisk(folder.resolve("phone")));
        try (Phone phone = Phone.open(parts, new Pin("246813"))) {
            phone.record(new Entry.Lost(0, ContentHash.NONE, 3));
        }
        assertThat(run("status", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(run("status")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"lost\":3", "Lost by the server and no longer here: 3");
    }

    @Test
    void importNamesEachBadLineAndTakesTheOthers() throws IOException {
        Path file = folder.resolve("backlog.jsonl");
        Files.writeString(file, GOOD + "\n{\"kind\":\"picnic\"}\n" + GOOD.replace("WOMAN", "X") + "\n" + GOOD);
        assertThat(run("import", file.toString())).isEqualTo(ExitCode.NEEDS_ATTENTION);
        assertThat(err.toString().lines())
                .containsExactly("line 2: kind: unknown kind", "line 3: gender: unknown code");
        assertThat(out.toString()).startsWith("Imported: 2 new, 0 already here, 2 refused");
        assertThat(run("import", folder.resolve("gone.jsonl").toString())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aWrongPinIsToldFromAFolderInUse() throws IOException {
        PhoneParts parts = PhoneParts.real(new FileDisk(folder.resolve("phone")));
        try (Phone phone = Phone.open(parts, new Pin("9999"))) {
            assertThat(phone.outbox().items()).isEmpty();
            assertThat(run("status")).isEqualTo(ExitCode.PHONE_NOT_OPENED);
        }
        assertThat(run("status")).isEqualTo(ExitCode.WRONG_PIN);
        assertThat(err.toString())
                .contains("another Bereik is using this folder")
                .contains("the PIN is wrong");
    }

    @Test
    void addressesAndCodesThatCannotBeAreToldBeforeAnythingIsAsked() {
        assertThat(run("enrol", "ftp://x", "ABCDE-12345")).isEqualTo(ExitCode.USAGE);
        assertThat(run("enrol", "http://127.0.0.1:1", "short")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines())
                .allMatch(line -> line.startsWith("bereik-phone: "))
                .hasSize(2);
        assertThat(Files.exists(folder.resolve("phone"))).isFalse();
    }

    @Test
    void withoutAServerEverythingWaits() {
        assertThat(run("sync")).isEqualTo(ExitCode.REFUSED);
        assertThat(run("enrol", "http://127.0.0.1:1", "ABCDE-12345")).isEqualTo(ExitCode.NO_SERVER);
        assertThat(err.toString()).contains("enrol it first", "cannot be reached");
    }

    @Test
    void everyReasonHasWordsInBothLanguages() throws IOException {
        assertThat(keys("words_nl.properties")).isEqualTo(keys("words.properties"));
        for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"), Locale.FRENCH)) {
            Words words = new Words(language);
            for (var reason : JournalException.Reason.values()) {
                assertThat(words.reason("journal", reason)).isNotBlank();
            }
            for (var reason : Refusal.Reason.values()) {
                assertThat(words.reason("refusal", reason)).isNotBlank();
            }
            for (var reason : LineProblem.Reason.values()) {
                assertThat(words.reason("problem", reason)).isNotBlank();
            }
            for (var reason : FieldProblem.Reason.values()) {
                assertThat(words.reason("problem", reason)).isNotBlank();
            }
            for (var end : SyncResult.End.values()) {
                assertThat(words.reason("end", end)).isNotBlank();
            }
            assertThat(words.get("recovery." + Recovery.Finding.DAMAGED, 3, 40)).contains("3", "40");
            assertThat(words.get("recovery." + Recovery.Finding.TORN_TAIL, 3, 40))
                    .contains("3", "40");
        }
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        int code = PhoneCommands.run(
                new String[0], new PrintWriter(out, true), new PrintWriter(err, true), Locale.ENGLISH, null);
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("enrol, log, import, sync, export, status, demo");
    }

    @Test
    void speaksDutch() {
        assertThat(run(Locale.forLanguageTag("nl-NL"), "log", "--channel", "boot", "--area", "Tiel"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("channel: onbekende code");
    }

    private TreeSet<String> keys(String name) throws IOException {
        Properties properties = new Properties();
        try (var in = Words.class.getResourceAsStream(name)) {
            properties.load(in);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private int run(String... command) {
        return run(Locale.ENGLISH, command);
    }

    private int run(Locale language, String... command) {
        String[] all = Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--data";
        all[command.length + 1] = folder.resolve("phone").toString();
        return PhoneCommands.run(all, new PrintWriter(out, true), new PrintWriter(err, true), language, null);
    }
}
