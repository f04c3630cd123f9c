package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.HttpTransport;
import nl.bereik.mobile.sync.LockedPhone;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.teamkey.TeamKeys.NewPhone;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.teamkey.SixDigits;

/** Real phones, each with a folder of its own and all with the same PIN, and one server that they reach over HTTP. */
final class PhoneStand {
    private final Path folder;
    private final Clock clock;
    private final Pin pin;
    private final URI server;

    PhoneStand(Path folder, Clock clock, Pin pin, int port) {
        this.folder = folder;
        this.clock = clock;
        this.pin = pin;
        this.server = URI.create("http://127.0.0.1:" + port);
    }

    URI server() {
        return server;
    }

    PhoneParts parts(String name) throws IOException {
        return new PhoneParts(
                new FileDisk(folder.resolve(name)),
                clock,
                new SecureRandom(),
                InstallKeys.inProcess(),
                new PinLock.Cost(64, 1));
    }

    Phone open(String name) throws IOException {
        return open(parts(name));
    }

    Phone open(PhoneParts parts) {
        return Phone.open(parts, pin);
    }

    /** The id of the install that the phone became, which awaits approval. */
    String enrol(Phone phone, EnrolmentCode code) throws InterruptedException {
        assertThat(client(phone).enrol(server, code).end()).isEqualTo(SyncResult.End.COMPLETE);
        return Objects.requireNonNull(phone.enrolment().install()).installId();
    }

    /** Two people hold their phones side by side, and the keeper hands the team's key to the only phone that waits. */
    static void handOver(Phone keeper, Phone fresh) throws InterruptedException {
        sync(fresh);
        sync(keeper);
        sync(fresh);
        sync(keeper);
        SixDigits shown = fresh.teamKeys().digits().orElseThrow();
        NewPhone waiting = keeper.teamKeys().newPhones().get(0);
        assertThat(waiting.digits()).isEqualTo(shown);
        keeper.teamKeys().confirm(waiting.phone(), shown);
        fresh.teamKeys().confirmKeeper(shown);
        sync(keeper);
        assertThat(sync(fresh).proved()).isTrue();
        assertThat(fresh.teamKeys().current())
                .isPresent()
                .isEqualTo(keeper.teamKeys().current());
    }

    static SyncResult sync(Phone phone) throws InterruptedException {
        return client(phone).sync(1);
    }

    private static SyncClient client(Phone phone) {
        return new SyncClient(phone, new HttpTransport(), pause -> {});
    }

    /** What the phone can do while nobody types its PIN. */
    LockedPhone locked(String name) throws IOException {
        return new LockedPhone(parts(name).disk(), new HttpTransport());
    }

    /** Copies a phone's folder, as whoever holds the device can. */
    void copy(String from, String to) throws IOException {
        Path target = Files.createDirectory(folder.resolve(to));
        for (Path file : files(from)) {
            Files.copy(file, target.resolve(file.getFileName()));
        }
    }

    List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.toList();
        }
    }
}
