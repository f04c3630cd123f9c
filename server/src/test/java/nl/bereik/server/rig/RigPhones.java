package nl.bereik.server.rig;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.HttpTransport;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal;

/**
 * A process with some phones, each on a folder of its own. They log and sync in turns until all have proved that all
 * arrived; started again after it was killed, it goes on. Arguments: folder, seed, first phone, last phone, items a
 * phone, server.
 */
public final class RigPhones {
    private static final int LOGGED_AT_ONCE = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);
    private static final int PATIENCE = 3;

    private final Path folder;
    private final URI server;

    private RigPhones(Path folder, URI server) {
        this.folder = folder;
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        RigPhones rig = new RigPhones(Path.of(arguments[0]), URI.create(arguments[5]));
        Queue<RigPhone> phones = new ArrayDeque<>();
        for (int phone = Integer.parseInt(arguments[2]); phone <= Integer.parseInt(arguments[3]); phone++) {
            phones.add(rig.phone(
                    phone, RigContacts.of(Long.parseLong(arguments[1]), phone, Integer.parseInt(arguments[4]))));
        }
        while (!phones.isEmpty()) {
            RigPhone phone = phones.remove();
            if (!phone.takesItsTurn()) {
                phones.add(phone);
            }
        }
        System.out.println("all proved");
    }

    private RigPhone phone(int number, List<NewContact> contacts) throws IOException {
        PhoneParts parts = new PhoneParts(
                new FileDisk(folder.resolve("phone-" + number)),
                Clock.systemUTC(),
                new SecureRandom(),
                InstallKeys.inProcess(),
                new PinLock.Cost(64, 1));
        Phone phone = Phone.open(parts, new Pin("246813"));
        String code = Files.readAllLines(folder.resolve("codes")).get(number);
        return new RigPhone(phone, new EnrolmentCode(code), contacts);
    }

    private final class RigPhone {
        private final Phone phone;
        private final EnrolmentCode code;
        private final List<NewContact> contacts;
        private int logged;

        private RigPhone(Phone phone, EnrolmentCode code, List<NewContact> contacts) {
            this.phone = phone;
            this.code = code;
            this.contacts = contacts;
        }

        /** Logs some and syncs over connections of its own. Whether it is done. */
        private boolean takesItsTurn() throws InterruptedException {
            int to = Math.min(contacts.size(), logged + LOGGED_AT_ONCE);
            phone.outbox().saveAll(contacts.subList(logged, to));
            logged = to;
            SyncClient client = new SyncClient(phone, new HttpTransport(), RigPhones::pause);
            if (phone.enrolment().install() == null) {
                client.enrol(server, code);
            }
            SyncResult result = client.sync(PATIENCE);
            if (result.refusal() == Refusal.Reason.NOT_APPROVED) {
                pause(LONGEST_WAIT);
            }
            return result.proved()
                    && logged == contacts.size()
                    && phone.outbox().status().waiting() == 0;
        }
    }

    private static void pause(Duration asked) throws InterruptedException {
        Thread.sleep((asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked).toMillis());
    }
}
