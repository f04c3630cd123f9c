package nl.bereik.server.staffweb;

import java.util.List;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.audit.AuditEntry;
import nl.bereik.server.audit.AuditKind;
import nl.bereik.server.audit.AuditTrail;

/**
 * An entry of the audit trail in words.
 *
 * @param id which one, short; empty when there is only one or all are meant
 * @param wholeId the same as it is
 */
record AuditRow(String number, String day, String time, String who, String act, String id, String wholeId) {
    private static final int SHORT = 8;
    private static final String PHONE = AuditTrail.phone("");

    static AuditRow of(AuditEntry entry, Words words) {
        return new AuditRow(
                words.number(entry.number()),
                words.day(entry.at()),
                words.time(entry.at()),
                who(entry.who(), words),
                words.textOr("audit.act." + entry.act(), entry.act()),
                id(entry, words),
                entry.id());
    }

    static String who(String who, Words words) {
        if (who.startsWith(PHONE)) {
            return words.text("audit.who.phone", shortened(who.substring(PHONE.length())));
        }
        return switch (who) {
            case AuditTrail.SERVER, AuditTrail.NOBODY_KNOWN -> words.text("audit.who." + who);
            default -> who;
        };
    }

    private static String id(AuditEntry entry, Words words) {
        if (List.of(
                        AuditKind.PHONE.name(),
                        AuditKind.RECOVERY_FILE.name(),
                        AuditKind.NEED.name(),
                        AuditKind.TRAJECTORY.name())
                .contains(entry.kind())) {
            return shortened(entry.id());
        }
        if (entry.kind().equals(AuditKind.FIGURES.name()) || entry.kind().equals(AuditKind.PERIOD.name())) {
            try {
                return words.period(ReportingPeriod.parse(entry.id()));
            } catch (IllegalArgumentException e) {
                return entry.id();
            }
        }
        return entry.kind().equals(AuditKind.RETENTION.name()) ? RetentionWords.kind(entry.id(), words) : entry.id();
    }

    private static String shortened(String id) {
        return id.length() <= SHORT ? id : id.substring(0, SHORT);
    }
}
