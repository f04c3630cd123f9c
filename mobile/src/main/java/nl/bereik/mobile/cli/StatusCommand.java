package nl.bereik.mobile.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.outbox.OutboxStatus;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.teamkey.SixDigits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand extends PhoneCommand {
    @Option(names = "--json", descriptionKey = "status.json")
    boolean json;

    StatusCommand(Words words) {
        super(words);
    }

    @Override
    int with(Phone phone) {
        OutboxStatus status = phone.outbox().status();
        Enrolment.Install install = phone.enrolment().install();
        if (json) {
            out().println(toJson(status, install, phone).text());
            return ExitCode.DONE;
        }
        out().println(
                        install == null
                                ? words.get("status.notEnrolled")
                                : words.get("status.server", install.server(), install.team()));
        if (install != null && !install.approved()) {
            out().println(words.get(
                    "enrol.awaitsApproval", digits(install, phone).display()));
        }
        if (install != null && install.approved()) {
            out().println(words.get(phone.teamKeys().current().isPresent() ? "status.teamKey" : "status.noTeamKey"));
        }
        out().println(words.get("status.waiting", status.waiting()));
        out().println(words.get("status.held", status.held()));
        out().println(words.get("status.underReview", status.underReview()));
        out().println(words.get("status.needsRepair", status.needsRepair() + status.turnedDown()));
        out().println(words.get("status.lost", status.lost()));
        out().println(words.get("status.lastSync", shown(status.lastSync())));
        out().println(words.get("status.provedAt", shown(status.provedAt())));
        for (OutboxItem item : phone.outbox().items()) {
            if (item.state() == ItemState.NEEDS_REPAIR || item.state() == ItemState.UNDER_REVIEW) {
                tell(item);
            }
        }
        return ExitCode.DONE;
    }

    private void tell(OutboxItem item) {
        for (FieldProblem problem : item.problems()) {
            out().println(words.get(
                    "status.item",
                    item.opId(),
                    words.reason("state", item.state()),
                    words.get("field", problem.field(), words.reason("problem", problem.reason()))));
        }
    }

    private String shown(@Nullable Instant instant) {
        return instant == null ? words.get("status.never") : instant.toString();
    }

    private static SixDigits digits(Enrolment.Install install, Phone phone) {
        return SixDigits.ofPhone(install.installId(), phone.teamKeys().sealKey());
    }

    private static JsonObject toJson(OutboxStatus status, Enrolment.@Nullable Install install, Phone phone) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("server", install == null ? null : install.server().toString());
        members.put("installId", install == null ? null : install.installId());
        members.put("approved", install != null && install.approved());
        members.put(
                "digits",
                install == null || install.approved()
                        ? null
                        : digits(install, phone).text());
        members.put(
                "teamKeyEpoch", phone.teamKeys().current().map(TeamKey::epoch).orElse(null));
        members.put("waiting", status.waiting());
        members.put("held", status.held());
        members.put("underReview", status.underReview());
        members.put("needsRepair", status.needsRepair() + status.turnedDown());
        members.put("lost", status.lost());
        members.put(
                "lastSync", status.lastSync() == null ? null : status.lastSync().toString());
        members.put(
                "provedAt", status.provedAt() == null ? null : status.provedAt().toString());
        return JsonObject.of(members);
    }
}
