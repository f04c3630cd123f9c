package nl.bereik.mobile.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.bereik.mobile.background.SyncTrouble;
import nl.bereik.mobile.capture.Field;
import nl.bereik.mobile.capture.Purpose;
import nl.bereik.mobile.capture.SaveTrouble;
import nl.bereik.mobile.choices.SettingsViewModel;
import nl.bereik.mobile.inbox.NeedFormViewModel;
import nl.bereik.mobile.inbox.NeedTrouble;
import nl.bereik.mobile.journal.Recovery;
import nl.bereik.mobile.lock.PinPad;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.NeedText;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.privacy.IdentityKind;
import nl.bereik.mobile.settings.Settings;
import nl.bereik.mobile.setup.EnrolTrouble;
import nl.bereik.mobile.setup.PairingViewModel;
import nl.bereik.mobile.today.Receipt;
import nl.bereik.mobile.today.TodayLine;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.PermitStatus;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.takeback.TakeBackCodec;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStepCodec;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/nl/bereik/mobile");
    private static final Pattern USED_KEY =
            Pattern.compile("(?:texts\\.get|texts\\s*\\.get|group|row)\\(\\s*\"([A-Za-z]+(?:\\.[A-Za-z]+)+)\"[,)]");
    private static final Pattern WRITTEN_TEXT = Pattern.compile(
            "(?:new (?:Label|Text|Button|ToggleButton|TextField|Tooltip)|Kit\\.\\w+|setText|setPromptText|setAccessibleText|setAccessibleHelp)"
                    + "\\(\\s*\"[^\"]*[A-Za-z]");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(needed("messages_nl.properties")).isEqualTo(needed("messages.properties"));
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        Properties english = bundle("messages.properties");
        Properties dutch = bundle("messages_nl.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(dutch.getProperty(key, ""))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void everyCodeHasALabel() {
        Set<String> keys = keys("messages.properties");
        List<Class<? extends Enum<?>>> labelled = List.of(
                Channel.class,
                DayPart.class,
                Audience.class,
                WorkForm.class,
                Gender.class,
                AgeBand.class,
                Encounter.class,
                PermitStatus.class,
                Topic.class,
                Service.class,
                Signal.class,
                ItemState.class,
                Settings.Theme.class,
                SyncTrouble.class,
                SaveTrouble.class,
                EnrolTrouble.class,
                PairingViewModel.Step.class,
                IdentityKind.class,
                Urgency.class,
                NeedAct.class,
                DeclineReason.class,
                NeedText.class,
                NeedPile.class,
                NeedTrouble.class,
                NeedFormViewModel.Missing.class,
                RegistrationSource.class,
                Phase.class,
                TrajectoryEnd.class,
                TargetFigure.class);
        for (Class<? extends Enum<?>> type : labelled) {
            for (Enum<?> code : type.getEnumConstants()) {
                assertThat(keys).contains(type.getSimpleName() + "." + code.name());
            }
        }
        needs(keys, "pin.title.", PinPad.Step.values());
        needs(keys, "pin.hint.", PinPad.Step.values());
        needs(keys, "pin.confirm.", PinPad.Step.values());
        needsBut(keys, "pin.remark.", PinPad.Remark.NONE, PinPad.Remark.values());
        needsBut(keys, "settings.remark.", SettingsViewModel.Remark.NONE, SettingsViewModel.Remark.values());
        needsBut(keys, "notice.", Recovery.Finding.WHOLE, Recovery.Finding.values());
        needs(keys, "pairing.hint.", PairingViewModel.Step.values());
        needs(keys, "problem.", FieldProblem.Reason.values());
        needs(keys, "form.title.", Purpose.values());
        needsBut(keys, "form.explained.", Purpose.NEW, Purpose.values());
        needs(keys, "needs.empty.", NeedPile.values());
        needs(keys, "need.stands.", NeedStatus.values());
        needs(keys, "need.standsMine.", NeedStatus.values());
        needs(keys, "need.event.", NeedAct.values());
        needs(keys, "needForm.example.", NeedText.values());
        needs(keys, "Done.", Receipt.Done.values());
        needsBut(keys, "Telling.", TodayLine.Telling.FIRST, TodayLine.Telling.values());
        assertThat(keys).contains("period.S1", "period.S2", "period.Q1", "period.Q2", "period.Q3", "period.Q4");
        ActivityCodec.KINDS.forEach(kind -> assertThat(keys).contains("other.kind." + kind));
        assertThat(keys).contains("other.kind." + TrajectoryStepCodec.KIND, "other.kind." + TakeBackCodec.KIND);
        for (Field field : Field.values()) {
            assertThat(keys).contains("field." + field.wireName());
        }
        for (String language : ReferenceData.gelderlandZuid().languages()) {
            assertThat(keys).contains("language." + language);
        }
    }

    @Test
    void everyTextThatAViewAsksForIsThere() {
        Set<String> keys = keys("messages.properties");
        List<String> asked = new ArrayList<>();
        for (String source : sources()) {
            Matcher matcher = USED_KEY.matcher(source);
            while (matcher.find()) {
                asked.add(matcher.group(1));
            }
        }
        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(keys).containsAll(asked);
    }

    @Test
    void noViewHasATextOfItsOwn() {
        for (String source : sources()) {
            Matcher matcher = WRITTEN_TEXT.matcher(source.replaceAll("Kit\\.(text|card)\\(\"\"", ""));
            assertThat(matcher.find() ? matcher.group() : "").isEmpty();
        }
    }

    @Test
    void numbersAgreeWithTheirNouns() {
        Texts dutch = new Texts(Locale.forLanguageTag("nl"));
        assertThat(dutch.get("status.waiting", 1)).isEqualTo("1 wacht op bereik");
        assertThat(dutch.get("status.waiting", 5)).isEqualTo("5 wachten op bereik");
        assertThat(dutch.get("status.proved", 0, "6 mrt", "21:40", 312))
                .isEqualTo("Om 21:40 bewezen: de server heeft alle 312 items van deze telefoon");
        assertThat(dutch.get("status.proved", 2, "6 mrt", "21:40", 1))
                .isEqualTo("Op 6 mrt om 21:40 bewezen: de server heeft het ene item van deze telefoon");
        assertThat(dutch.get("status.proved.arrived", 1, "6 mrt", "21:40", 3))
                .isEqualTo("Gisteren om 21:40 bewezen: de server heeft alle 3 items die zijn aangekomen");
        assertThat(dutch.get("status.lastSync", 0, "6 mrt", "21:40")).isEqualTo("Laatst gelukt: vandaag 21:40");
        assertThat(dutch.get("status.lastSync", 2, "6 mrt", "21:40")).isEqualTo("Laatst gelukt: 6 mrt 21:40");
        assertThat(dutch.get("status.lost", 2))
                .isEqualTo(
                        "2 contacten die waren aangekomen ontbreken op de server en staan niet meer op deze telefoon");
        assertThat(new Texts(Locale.ENGLISH).get("status.waiting", 1)).isEqualTo("1 is waiting for coverage");
    }

    @Test
    void aLanguageWithoutTextsIsShownInEnglishWhateverTheDevice() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("nl"));
            assertThat(new Texts(Locale.ENGLISH).get("form.save")).isEqualTo("Save");
            assertThat(new Texts(Locale.FRENCH).get("form.save")).isEqualTo("Save");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void needs(Set<String> keys, String prefix, Enum<?>... codes) {
        for (Enum<?> code : codes) {
            assertThat(keys).contains(prefix + code.name());
        }
    }

    private static void needsBut(Set<String> keys, String prefix, Enum<?> none, Enum<?>... codes) {
        for (Enum<?> code : codes) {
            if (code != none) {
                assertThat(keys).contains(prefix + code.name());
            }
        }
    }

    private static Set<String> arguments(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)").matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group(1));
        }
        return numbers;
    }

    /** Without the short names, which a language has only where it needs them. */
    private static Set<String> needed(String file) {
        Set<String> keys = keys(file);
        keys.removeIf(key -> key.endsWith(".short"));
        return keys;
    }

    private static Set<String> keys(String file) {
        return new TreeSet<>(bundle(file).stringPropertyNames());
    }

    private static Properties bundle(String file) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> sources = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
