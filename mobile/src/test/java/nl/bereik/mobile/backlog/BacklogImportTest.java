package nl.bereik.mobile.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.bereik.mobile.backlog.LineProblem.Reason;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.protocol.privacy.SealedText;
import org.junit.jupiter.api.Test;

class BacklogImportTest {
    private static final String LINE = "{\"kind\": \"contact\", \"on\": \"2025-01-01\", \"dayPart\": \"NIGHT\","
            + " \"channel\": \"STREET\", \"area\": \"Maasdriel\", \"audience\": \"SEX_WORKER\","
            + " \"workForm\": \"WINDOW\", \"gender\": \"WOMAN\", \"ageBand\": \"FROM_21_TO_26\","
            + " \"encounter\": \"UNKNOWN\", \"languages\": [\"nl\"], \"topics\": [\"GENERAL_HEALTH\"],"
            + " \"services\": [\"INFO_CARD\"], \"code\": \"LI62\"}";

    private final MemoryDisk disk = new MemoryDisk();
    private final Phone phone = PhoneSamples.open(disk);
    private final List<LineProblem> problems = new ArrayList<>();

    @Test
    void aSecondRunAddsNothing() throws IOException {
        String file = LINE + "\n" + LINE.replace("Maasdriel", "Tiel") + "\n";
        assertThat(read(file)).isEqualTo(new ImportReport(2, 0, 0, 0));
        assertThat(read(file)).isEqualTo(new ImportReport(0, 2, 0, 0));
        assertThat(phone.outbox().items()).hasSize(2);
    }

    @Test
    void linesThatAreTheSameAreDifferentContacts() throws IOException {
        assertThat(read(LINE + "\n" + LINE + "\n")).isEqualTo(new ImportReport(2, 0, 0, 0));
        assertThat(read(LINE + "\n" + LINE.replace("Maasdriel", "Tiel") + "\n" + LINE + "\n" + LINE))
                .isEqualTo(new ImportReport(2, 2, 0, 0));
        assertThat(phone.outbox().items()).hasSize(4);
    }

    @Test
    void theOrderOfALinesMembersDoesNotMatterAndItsContentDoes() throws IOException {
        read(LINE);
        String moved = LINE.replace(", \"code\": \"LI62\"", "").replace("{\"kind\"", "{\"code\": \"LI62\",  \"kind\"");
        assertThat(read(moved)).isEqualTo(new ImportReport(0, 1, 0, 0));
        assertThat(read(LINE.replace("LI62", "KI59"))).isEqualTo(new ImportReport(1, 0, 0, 0));
    }

    @Test
    void aBadLineIsNamedAndDoesNotStopTheOthers() throws IOException {
        String file = String.join(
                "\n",
                LINE,
                "{\"kind\": \"contact\"",
                LINE.replace("STREET", "SUBMARINE"),
                "",
                LINE.replace("\"gender\": \"WOMAN\",", ""),
                LINE.replace("2025-01-01", "2026-11-23"),
                LINE.replace("2025-01-01", "1999-12-31"),
                LINE.replace("Maasdriel", "Atlantis"),
                "{\"kind\": \"registration\", \"on\": \"2025-01-01\"}",
                "{\"kind\": \"picnic\"}",
                "{}",
                LINE.replace("\"code\"", "\"name\""),
                "[]",
                "{\"kind\": \"" + "x".repeat(70_000) + "\"}",
                LINE.replace("Maasdriel", "Tiel"));
        assertThat(read(file)).isEqualTo(new ImportReport(2, 0, 12, 0));
        assertThat(problems)
                .containsExactly(
                        new LineProblem(2, "", Reason.BROKEN_JSON),
                        new LineProblem(3, "channel", Reason.UNKNOWN_CODE),
                        new LineProblem(5, "gender", Reason.MISSING_FIELD),
                        new LineProblem(6, "on", Reason.DATE_IN_FUTURE),
                        new LineProblem(7, "on", Reason.DATE_BEFORE_2000),
                        new LineProblem(8, "area", Reason.UNKNOWN_CODE),
                        new LineProblem(9, "area", Reason.MISSING_FIELD),
                        new LineProblem(9, "source", Reason.MISSING_FIELD),
                        new LineProblem(10, "kind", Reason.UNKNOWN_KIND),
                        new LineProblem(11, "kind", Reason.MISSING_FIELD),
                        new LineProblem(12, "name", Reason.UNKNOWN_FIELD),
                        new LineProblem(13, "", Reason.BROKEN_JSON),
                        new LineProblem(14, "", Reason.TOO_LONG));
    }

    @Test
    void bytesThatAreNotUtf8SpoilOnlyTheirLine() throws IOException {
        byte[] good = (LINE + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[good.length * 2 + 3];
        System.arraycopy(good, 0, file, 0, good.length);
        file[good.length] = (byte) 0xC3;
        file[good.length + 1] = '(';
        file[good.length + 2] = '\n';
        System.arraycopy(good, 0, file, good.length + 3, good.length);
        ImportReport report = new BacklogImport(phone).read(new ByteArrayInputStream(file), problems::add, lines -> {});
        assertThat(report).isEqualTo(new ImportReport(2, 0, 1, 0));
        assertThat(problems).containsExactly(new LineProblem(2, "", Reason.BROKEN_JSON));
    }

    @Test
    void aByteOrderMarkAndLineEndsOfWindowsAreNoProblem() throws IOException {
        assertThat(read("\uFEFF" + LINE + "\r\n" + LINE.replace("Maasdriel", "Tiel") + "\r\n \r\n"))
                .isEqualTo(new ImportReport(2, 0, 0, 0));
    }

    @Test
    void theCodeIsDroppedAndTheNoteIsSealed() throws IOException {
        KeySamples.give(phone, KeySamples.key(1));
        String file = LINE.replace("\"code\"", "\"note\": \"rode sjaal\", \"code\"");
        assertThat(read(file)).isEqualTo(new ImportReport(1, 0, 0, 0));
        OutboxItem item = phone.outbox().items().get(0);
        assertThat(item.saved().note()).isNull();
        assertThat(item.body().text()).doesNotContain("LI62", "sjaal").contains("\"codeGiven\":true");
        SealedText sealed = SealedText.fromJson(item.body().object("note"));
        assertThat(new TextSealer(phone.teamKeys()).open(Purpose.NOTE, item.opId(), sealed))
                .isEqualTo(new TextSealer.Opened.Text("rode sjaal"));
        assertThat(read(file)).isEqualTo(new ImportReport(0, 1, 0, 0));
    }

    @Test
    void aRestoredPhoneThatImportsAgainTellsTheVerySame() throws IOException {
        String file = LINE.replace("\"code\"", "\"note\": \"rode sjaal\", \"code\"");
        KeySamples.give(phone, KeySamples.key(1));
        read(LINE);
        MemoryDisk backup = disk.crashed();
        read(file);
        Phone restored = PhoneSamples.open(backup, phone.parts().clock(), new Random(98));
        new BacklogImport(restored)
                .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), problems::add, lines -> {});
        OutboxItem again = restored.outbox().items().get(1);
        assertThat(again.opId()).isEqualTo(phone.outbox().items().get(1).opId());
        assertThat(again.body().text())
                .isEqualTo(phone.outbox().items().get(1).body().text());
    }

    @Test
    void aNoteThatCouldIdentifyIsLeftOutAndNamedAndTheContactStays() throws IOException {
        KeySamples.give(phone, KeySamples.key(1));
        String noted = LINE.replace("\"code\"", "\"note\": \"NOTE\", \"code\"");
        String file = String.join(
                "\n", noted.replace("NOTE", "bel 06-12345678"), noted, noted.replace("NOTE", "x".repeat(501)));
        assertThat(read(file)).isEqualTo(new ImportReport(3, 0, 0, 2));
        assertThat(problems)
                .containsExactly(
                        new LineProblem(1, "note", Reason.NOTE_IDENTIFIES),
                        new LineProblem(3, "note", Reason.NOTE_TOO_LONG));
        assertThat(phone.outbox().items())
                .extracting(item -> item.body().get("note") != null)
                .containsExactly(false, true, false);
    }

    @Test
    void withoutATeamKeyNotesAreLeftOutAndCounted() throws IOException {
        assertThat(read(LINE.replace("\"code\"", "\"note\": \"rode sjaal\", \"code\"")))
                .isEqualTo(new ImportReport(1, 0, 0, 1));
        assertThat(problems).isEmpty();
        assertThat(phone.outbox().items().get(0).body().members()).doesNotContainKey("note");
    }

    @Test
    void idsTellNothingToAnotherPhone() throws IOException {
        read(LINE);
        UUID mine = phone.outbox().items().get(0).opId();
        Phone other = PhoneSamples.open(new MemoryDisk(), phone.parts().clock(), new Random(99));
        new BacklogImport(other)
                .read(new ByteArrayInputStream(LINE.getBytes(StandardCharsets.UTF_8)), problems::add, lines -> {});
        assertThat(other.outbox().items().get(0).opId()).isNotEqualTo(mine);
        assertThat(mine.version()).isEqualTo(4);
        assertThat(mine.variant()).isEqualTo(2);
    }

    @Test
    void anImportCutOffByAFullDiskGoesOnWhereItWas() throws IOException {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            file.append(LINE.replace("LI62", "LI" + i)).append('\n');
        }
        disk.leaveRoom(250_000);
        assertThatThrownBy(() -> read(file.toString())).isInstanceOf(JournalException.class);
        int saved = PhoneSamples.open(disk.crashed()).outbox().items().size();
        assertThat(saved).isPositive().isLessThan(900);
        disk.leaveRoom(Long.MAX_VALUE);
        assertThat(read(file.toString())).isEqualTo(new ImportReport(900 - saved, saved, 0, 0));
        assertThat(phone.outbox().items()).hasSize(900);
    }

    private ImportReport read(String file) throws IOException {
        return new BacklogImport(phone)
                .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), problems::add, lines -> {});
    }

    @Test
    void activitiesAndTrajectoriesAreImportedUnderIdsThatTellNothing() throws IOException {
        String file = String.join(
                        "\n",
                        "{'kind':'registration','on':'2025-01-02','source':'POLICE','area':'Tiel'}",
                        "{'kind':'consultation','on':'2025-01-02','area':'Tiel','topics':['EXIT']}",
                        "{'kind':'prevention','on':'2025-01-02','programme':'GIRLSTALK','audience':'AT_RISK',"
                                + "'participants':9,'area':'Tiel'}",
                        "{'kind':'trajectory-start','ref':'t1','on':'2025-01-03','gender':'WOMAN','ageBand':'FROM_27',"
                                + "'involuntary':false}",
                        "{'kind':'trajectory-phase','ref':'t1','on':'2025-01-03','phase':'CONTACT','enter':true}",
                        "{'kind':'trajectory-phase','ref':'t1','on':'2025-01-04','phase':'CONTACT','enter':false}",
                        "{'kind':'trajectory-end','ref':'t1','on':'2025-02-03','end':'EXITED'}",
                        "{'kind':'trajectory-exit-sustained','ref':'t1','on':'2025-08-03'}",
                        "{'kind':'trajectory-relapse','ref':'t1','on':'2025-09-03'}",
                        "{'kind':'trajectory-start','ref':'t2','on':'2025-10-03','gender':'WOMAN','ageBand':'FROM_27',"
                                + "'involuntary':false,'continues':'t1'}")
                .replace('\'', '"');
        assertThat(read(file)).isEqualTo(new ImportReport(10, 0, 0, 0));
        assertThat(read(file)).isEqualTo(new ImportReport(0, 10, 0, 0));
        List<OutboxItem> items = phone.outbox().items();
        assertThat(items)
                .extracting(item -> item.saved().kind())
                .containsExactly(
                        "registration",
                        "consultation",
                        "prevention",
                        "trajectory-command",
                        "trajectory-command",
                        "trajectory-command",
                        "trajectory-command",
                        "trajectory-command",
                        "trajectory-command",
                        "trajectory-command");
        assertThat(items.subList(3, 9))
                .extracting(item -> item.body().text("trajectory"))
                .containsOnly(items.get(3).body().text("trajectory"));
        assertThat(items.get(9).body().text("continues"))
                .isEqualTo(items.get(3).body().text("trajectory"));
        assertThat(items.toString()).doesNotContain("t1\"", "ref");
    }

    @Test
    void theSameRefInAnotherFileIsAnotherTrajectory() throws IOException {
        String start = "{\"kind\":\"trajectory-start\",\"ref\":\"t1\",\"on\":\"2025-01-03\",\"gender\":\"WOMAN\","
                + "\"ageBand\":\"FROM_27\",\"involuntary\":false}\n";
        String end = "{\"kind\":\"trajectory-end\",\"ref\":\"t1\",\"on\":\"2025-02-03\",\"end\":\"EXITED\"}";
        assertThat(read(start + end)).isEqualTo(new ImportReport(2, 0, 0, 0));
        assertThat(read(start.replace("2025-01-03", "2025-01-04") + end)).isEqualTo(new ImportReport(2, 0, 0, 0));
    }

    @Test
    void aTrajectoryThatNoLineStartedIsRefused() throws IOException {
        String start = "{\"kind\":\"trajectory-start\",\"ref\":\"t1\",\"on\":\"2025-01-03\",\"gender\":\"WOMAN\","
                + "\"ageBand\":\"FROM_27\"";
        assertThat(read(String.join(
                        "\n",
                        "{\"kind\":\"trajectory-end\",\"ref\":\"t1\",\"on\":\"2025-02-03\",\"end\":\"EXITED\"}",
                        start + ",\"continues\":\"t0\"}",
                        start + "}",
                        start + "}",
                        "{\"kind\":\"trajectory-phase\",\"ref\":\"t1\",\"on\":\"2025-02-03\",\"phase\":\"CONTACT\"}",
                        start.replace("t1", "t2") + ",\"name\":\"x\"}")))
                .isEqualTo(new ImportReport(1, 0, 5, 0));
        assertThat(problems)
                .containsExactly(
                        new LineProblem(1, "ref", Reason.UNKNOWN_REF),
                        new LineProblem(2, "continues", Reason.UNKNOWN_REF),
                        new LineProblem(4, "ref", Reason.REPEATED_CODE),
                        new LineProblem(5, "enter", Reason.MISSING_FIELD),
                        new LineProblem(6, "name", Reason.UNKNOWN_FIELD));
    }
}
