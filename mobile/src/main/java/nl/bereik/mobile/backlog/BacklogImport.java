package nl.bereik.mobile.backlog;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import nl.bereik.mobile.outbox.OtherItems.NewItem;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.protocol.reference.ReferenceData;

/**
 * Imports contact moments, activities and trajectories from JSON lines. Running it again adds nothing, also when lines were added: a line's identity
 * is its content and its occurrence number in the file. A line that is refused does not stop the others. A note is
 * sealed; one that could identify somebody is left out, and all are while the phone has no team key.
 */
public final class BacklogImport {
    private static final int LINES_AT_ONCE = 200;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Phone phone;

    public BacklogImport(Phone phone) {
        this.phone = phone;
    }

    /**
     * Reads to the end; what was read so far is durable every {@value #LINES_AT_ONCE} lines.
     *
     * @param in UTF-8; not closed
     * @param problems called for each problem and each note refused, in the order of the lines
     * @param progress called now and then with the number of lines read
     * @throws nl.bereik.mobile.journal.JournalException when the phone cannot save; what was saved before stays
     */
    public ImportReport read(InputStream in, Consumer<LineProblem> problems, LongConsumer progress) throws IOException {
        ReferenceData reference = phone.reference().data();
        LocalDate today = LocalDate.ofInstant(phone.parts().clock().instant(), reference.zone());
        NoteSealing notes = new NoteSealing(new TextSealer(phone.teamKeys()), today, problems);
        BacklogLines backlog = new BacklogLines(today, reference, phone.importSecret());
        Map<UUID, Integer> occurrences = new HashMap<>();
        Batch batch = new Batch(phone.outbox());
        ByteLines lines = new ByteLines(in);
        long number = 0;
        int valid = 0;
        int refused = 0;
        for (ByteLines.Line line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (number == 1) {
                line = withoutByteOrderMark(line);
            }
            if (isBlank(line)) {
                continue;
            }
            try {
                BacklogLine read = backlog.read(number, line);
                UUID opId = identity(read, occurrences);
                if (!phone.outbox().knows(opId)) {
                    batch.add(opId, read, notes, number);
                }
                valid++;
            } catch (LineRefusedException e) {
                e.problems().forEach(problems);
                refused++;
            }
            if (batch.size() == LINES_AT_ONCE) {
                batch.save();
                progress.accept(number);
            }
        }
        batch.save();
        progress.accept(number);
        return new ImportReport(batch.added, valid - batch.added, refused, notes.leftOut());
    }

    /** Lines that are saved together. */
    private static final class Batch {
        private final Outbox outbox;
        private final List<NewContact> contacts = new ArrayList<>();
        private final List<NewItem> events = new ArrayList<>();
        private int added;

        Batch(Outbox outbox) {
            this.outbox = outbox;
        }

        void add(UUID opId, BacklogLine line, NoteSealing notes, long number) {
            if (line instanceof BacklogLine.OfContact of) {
                contacts.add(new NewContact(opId, of.contact().withNote(notes.seal(number, opId, of.note())), true));
            } else if (line instanceof BacklogLine.OfEvent of) {
                events.add(new NewItem(opId, of.kind(), of.schema(), of.body()));
            }
        }

        int size() {
            return contacts.size() + events.size();
        }

        void save() {
            added += outbox.saveAll(contacts) + outbox.others().importAll(events);
            contacts.clear();
            events.clear();
        }
    }

    private UUID identity(BacklogLine line, Map<UUID, Integer> occurrences) {
        ImportSecret secret = phone.importSecret();
        int occurrence = occurrences.merge(secret.idOf(line.content(), 0), 1, Integer::sum);
        return secret.idOf(line.content(), occurrence);
    }

    private static ByteLines.Line withoutByteOrderMark(ByteLines.Line line) {
        byte[] bytes = line.bytes();
        int mark = BYTE_ORDER_MARK.length;
        if (bytes.length < mark || !Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
            return line;
        }
        return new ByteLines.Line(Arrays.copyOfRange(bytes, mark, bytes.length), line.tooLong());
    }

    private static boolean isBlank(ByteLines.Line line) {
        for (byte b : line.bytes()) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
