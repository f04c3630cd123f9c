package nl.bereik.server.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.sync.Transport;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.mobile.sync.WireRequest;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.SyncPaths;

/** The phone's core on a folder of its own, enrolled, with its requests timed. */
final class BenchmarkPhone implements AutoCloseable {
    private static final PinLock.Cost CHEAP = new PinLock.Cost(1024, 1);

    private final Phone phone;
    private final SyncClient client;
    private final Timed timed;

    BenchmarkPhone(Path folder, Transport transport, URI server, EnrolmentCode code)
            throws IOException, InterruptedException {
        PhoneParts real = PhoneParts.real(new FileDisk(folder));
        phone = Phone.open(
                new PhoneParts(real.disk(), real.clock(), real.random(), real.keys(), CHEAP), new Pin("2468"));
        timed = new Timed(transport);
        client = new SyncClient(phone, timed, SyncClient.Pause.real());
        if (client.enrol(server, code).end() != SyncResult.End.COMPLETE) {
            throw new IOException("a phone could not enrol");
        }
    }

    void save(List<NewContact> records) {
        for (int i = 0; i < records.size(); i += 500) {
            phone.outbox().saveAll(records.subList(i, Math.min(i + 500, records.size())));
        }
    }

    /** One sync that must end with everything arrived and proved; answers how long it took, in nanoseconds. */
    long sync(int arriving) throws InterruptedException {
        long start = System.nanoTime();
        SyncResult result = client.sync(3);
        long took = System.nanoTime() - start;
        if (result.end() != SyncResult.End.COMPLETE || result.arrived() != arriving || !result.proved()) {
            throw new IllegalStateException("a sync did not do its work: " + result);
        }
        return took;
    }

    int requests() {
        return timed.requests;
    }

    /** How long each push took, in nanoseconds. */
    List<Long> pushes() {
        return timed.pushes;
    }

    @Override
    public void close() {
        phone.close();
    }

    private static final class Timed implements Transport {
        private final Transport transport;
        private final List<Long> pushes = new ArrayList<>();
        private int requests;

        Timed(Transport transport) {
            this.transport = transport;
        }

        @Override
        public WireReply exchange(WireRequest request) throws NoReplyException, InterruptedException {
            requests++;
            long start = System.nanoTime();
            WireReply reply = transport.exchange(request);
            if (request.path().equals(SyncPaths.PUSH)) {
                pushes.add(System.nanoTime() - start);
            }
            return reply;
        }
    }
}
