package nl.bereik.mobile.cli;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "log", mixinStandardHelpOptions = true)
final class LogCommand extends PhoneCommand {
    @Option(names = "--channel", required = true, paramLabel = "CODE", descriptionKey = "log.channel")
    String channel = "";

    @Option(names = "--area", required = true, paramLabel = "AREA", descriptionKey = "log.area")
    String area = "";

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "log.on")
    @Nullable String on;

    @Option(names = "--day-part", paramLabel = "CODE", descriptionKey = "log.dayPart")
    @Nullable String dayPart;

    @Option(names = "--audience", defaultValue = "SEX_WORKER", paramLabel = "CODE", descriptionKey = "log.coded")
    String audience = "";

    @Option(names = "--work-form", defaultValue = "UNKNOWN", paramLabel = "CODE", descriptionKey = "log.coded")
    String workForm = "";

    @Option(names = "--gender", defaultValue = "UNKNOWN", paramLabel = "CODE", descriptionKey = "log.coded")
    String gender = "";

    @Option(names = "--age-band", defaultValue = "UNKNOWN", paramLabel = "CODE", descriptionKey = "log.coded")
    String ageBand = "";

    @Option(names = "--encounter", defaultValue = "UNKNOWN", paramLabel = "CODE", descriptionKey = "log.coded")
    String encounter = "";

    @Option(names = "--permit", paramLabel = "CODE", descriptionKey = "log.permit")
    @Nullable String permit;

    @Option(names = "--languages", split = ",", paramLabel = "CODES", descriptionKey = "log.coded")
    List<String> languages = new ArrayList<>();

    @Option(names = "--topics", split = ",", paramLabel = "CODES", descriptionKey = "log.coded")
    List<String> topics = new ArrayList<>();

    @Option(names = "--services", split = ",", paramLabel = "CODES", descriptionKey = "log.coded")
    List<String> services = new ArrayList<>();

    @Option(names = "--signals", split = ",", paramLabel = "CODES", descriptionKey = "log.coded")
    List<String> signals = new ArrayList<>();

    LogCommand(Words words) {
        super(words);
    }

    @Override
    int with(Phone phone) {
        ReferenceData reference = phone.reference().data();
        Decoded<ContactMoment> decoded = ContactCodec.decode(body(phone, reference));
        LocalDate today = LocalDate.ofInstant(phone.parts().clock().instant(), reference.zone());
        List<FieldProblem> problems = decoded instanceof Decoded.Whole<ContactMoment> whole
                ? whole.value().problems(today, reference.areaCodes())
                : ((Decoded.Faulty<ContactMoment>) decoded).problems();
        if (!problems.isEmpty()) {
            FieldProblem first = problems.get(0);
            throw new UsageException(words.get("field", first.field(), words.reason("problem", first.reason())));
        }
        phone.outbox().save(((Decoded.Whole<ContactMoment>) decoded).value());
        out().println(words.get("log.done", phone.outbox().status().waiting()));
        return ExitCode.DONE;
    }

    private JsonObject body(Phone phone, ReferenceData reference) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(
                "on",
                on != null
                        ? on
                        : reference.dayOf(phone.parts().clock().instant()).toString());
        body.put(
                "dayPart",
                dayPart != null
                        ? code(dayPart)
                        : DayPart.at(LocalTime.ofInstant(phone.parts().clock().instant(), reference.zone()))
                                .name());
        body.put("channel", code(channel));
        body.put("area", area);
        body.put("audience", code(audience));
        body.put("workForm", code(workForm));
        body.put("gender", code(gender));
        body.put("ageBand", code(ageBand));
        body.put("encounter", code(encounter));
        body.put("permit", permit == null ? null : code(permit));
        body.put("languages", languages);
        body.put("topics", codes(topics));
        body.put("services", codes(services));
        body.put("signals", codes(signals));
        return JsonObject.of(body);
    }

    private static List<String> codes(List<String> typed) {
        return typed.stream().map(LogCommand::code).toList();
    }

    private static String code(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
