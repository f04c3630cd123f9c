package nl.bereik.mobile.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.outbox.ItemIds;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.EnrolResult;
import nl.bereik.mobile.sync.HttpTransport;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.teamkey.TeamKeys;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.teamkey.SixDigits;

/** A worker's phone in the demonstration: the real core on a real folder, without a screen. */
final class DemoPhone implements AutoCloseable {
    /** Opens at once: these phones hold nothing that needs hiding. */
    private static final PinLock.Cost CHEAP = new PinLock.Cost(1024, 1);

    private final Phone phone;
    private final SyncClient client;
    private final InventedContacts contacts;
    private final SplittableRandom random;

    private DemoPhone(Phone phone, SplittableRandom random) {
        this.phone = phone;
        this.client = new SyncClient(phone, new HttpTransport(), SyncClient.Pause.real());
        this.contacts = new InventedContacts(random, phone.reference().data());
        this.random = random;
    }

    /** A phone that the coordinator has approved. */
    static DemoPhone enrolled(Path folder, Pin pin, DemoServer server, long seed)
            throws IOException, InterruptedException {
        PhoneParts real = PhoneParts.real(new FileDisk(folder));
        DemoPhone made = new DemoPhone(
                Phone.open(new PhoneParts(real.disk(), real.clock(), real.random(), real.keys(), CHEAP), pin),
                new SplittableRandom(seed));
        EnrolResult result = made.client.enrol(server.address(), server.newCode());
        if (result.end() != SyncResult.End.COMPLETE) {
            made.close();
            throw new IOException("a phone could not enrol: " + result);
        }
        Enrolment.Install install =
                Objects.requireNonNull(made.phone.enrolment().install());
        server.approve(
                install.installId(),
                SixDigits.ofPhone(install.installId(), made.phone.teamKeys().sealKey()));
        return made;
    }

    /** Logs contacts of tonight, without coverage. */
    void log(int count) {
        LocalDate today = today();
        save(count, () -> today);
    }

    /** Logs contacts of the half year so far, as a team would have done by now. */
    void logHalfYear(int count) {
        LocalDate today = today();
        LocalDate first = ReportingPeriod.halfYearOf(today).first().atDay(1);
        int days = (int) (today.toEpochDay() - first.toEpochDay()) + 1;
        save(count, () -> first.plusDays(random.nextInt(days)));
    }

    /** Syncs. Nobody holds this phone: it finds every comparison of digits as it should be, as long as it is. */
    SyncResult sync() throws InterruptedException {
        SyncResult result = client.sync(1);
        TeamKeys keys = phone.teamKeys();
        keys.digits().ifPresent(keys::confirmKeeper);
        for (TeamKeys.NewPhone fresh : keys.newPhones()) {
            if (fresh.digits() != null) {
                keys.confirm(fresh.phone(), fresh.digits());
            }
        }
        return result;
    }

    private void save(int count, Supplier<LocalDate> day) {
        List<NewContact> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(new NewContact(ItemIds.random(random), contacts.on(day.get()), false));
        }
        phone.outbox().saveAll(batch);
    }

    private LocalDate today() {
        return phone.reference().data().dayOf(phone.parts().clock().instant());
    }

    @Override
    public void close() {
        phone.close();
    }
}
