package nl.bereik.mobile.notes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.notes.TeamNote;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.reference.ReferenceData;

/**
 * Reads the notes from the phone: those of the other phones as pulled, its own as last told here, sent or not. Both are
 * opened anew each time, so that nothing readable is kept.
 */
public final class NotesReader {
    private static final Comparator<NoteLine> NEWEST_DAY_FIRST =
            Comparator.comparing(NoteLine::on).reversed();

    private final Phone phone;
    private final TextSealer sealer;

    public NotesReader(Phone phone) {
        this.phone = phone;
        this.sealer = new TextSealer(phone.teamKeys());
    }

    /** The notes as they are now; nothing of them is kept here. */
    public TeamNotes read() {
        ReferenceData reference = phone.reference().data();
        LocalDate today = reference.dayOf(phone.parts().clock().instant());
        int daysBefore = reference.settings().keepDays();
        Map<UUID, OutboxItem> own = lastTellings();
        List<NoteLine> lines = new ArrayList<>();
        own.forEach((contact, item) -> line(contact, item).ifPresent(line -> lines.add(0, line)));
        phone.state().ofKind(TeamNote.KIND).stream()
                .flatMap(record -> TeamNote.read(record).stream())
                .filter(note -> !own.containsKey(note.contact()))
                .sorted(Comparator.comparing(TeamNote::contact))
                .map(this::line)
                .forEach(lines::add);
        lines.removeIf(line -> line.on().isBefore(today.minusDays(daysBefore)));
        lines.sort(NEWEST_DAY_FIRST);
        return new TeamNotes(today, daysBefore, sealer.canSeal(), lines);
    }

    /** Per contact what this phone told last, in the order in which the contacts were first told. */
    private Map<UUID, OutboxItem> lastTellings() {
        Map<UUID, OutboxItem> last = new LinkedHashMap<>();
        for (OutboxItem item : phone.outbox().items()) {
            String kind = item.saved().kind();
            if (kind.equals(ContactCodec.KIND) || kind.equals(CorrectionCodec.KIND)) {
                last.merge(item.root(), item, (one, other) -> other.version() >= one.version() ? other : one);
            }
        }
        return last;
    }

    private NoteLine line(TeamNote note) {
        return line(note.contact(), note.item(), note.on(), note.channel(), note.area(), note.note(), false);
    }

    private Optional<NoteLine> line(UUID contact, OutboxItem item) {
        JsonObject body = item.body();
        if (item.saved().kind().equals(CorrectionCodec.KIND)) {
            if (!(body.get("contact") instanceof JsonObject told)) {
                return Optional.empty();
            }
            body = told;
        }
        if (!(ContactCodec.decode(body) instanceof Decoded.Whole<ContactMoment> whole)) {
            return Optional.empty();
        }
        ContactMoment told = whole.value();
        return Optional.ofNullable(told.note())
                .map(note ->
                        line(contact, item.opId(), told.on(), told.channel().name(), told.area(), note, true));
    }

    private NoteLine line(
            UUID contact, UUID item, LocalDate on, String channel, String area, SealedText note, boolean mine) {
        return new NoteLine(contact, on, channel, area, sealer.open(Purpose.NOTE, item, note), mine);
    }
}
