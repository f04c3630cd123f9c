package nl.bereik.server.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.mobile.sync.HttpTransport;

/** Real phone cores on real folders that push to the server's jar. */
final class BereikSide {
    private final BenchmarkServer server;
    private final Path folder;
    private final HttpTransport transport = new HttpTransport();
    private int phones;

    BereikSide(BenchmarkServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    Side measure(BenchmarkRecords records) throws IOException, InterruptedException, ExecutionException {
        try (BenchmarkPhone warm = phone(server.address())) {
            push(warm, records.warmUp());
        }
        long one;
        try (BenchmarkPhone phone = phone(server.address())) {
            one = push(phone, records.onePhone());
        }
        double peak = server.megabytes("VmHWM");
        List<Long> pushes = new ArrayList<>();
        List<Long> syncs = new ArrayList<>();
        long many = atOnce(records.manyPhones(), pushes, syncs);
        try (CountingProxy proxy = new CountingProxy(server.port());
                BenchmarkPhone phone = phone(proxy.address())) {
            long up = proxy.up();
            long down = proxy.down();
            push(phone, records.bulk());
            double upEach = (double) (proxy.up() - up) / records.bulk().size();
            double downEach = (double) (proxy.down() - down) / records.bulk().size();
            long idleBefore = proxy.up() + proxy.down();
            int requests = phone.requests();
            phone.sync(0);
            return new Side(
                    Side.rate(records.onePhone().size(), one),
                    Side.rate((long) BenchmarkRecords.PHONES * BenchmarkRecords.PER_PHONE, many),
                    upEach,
                    downEach,
                    phone.requests() - requests,
                    proxy.up() + proxy.down() - idleBefore,
                    Side.p99(pushes),
                    Side.p99(syncs),
                    peak);
        }
    }

    private static long push(BenchmarkPhone phone, List<NewContact> records) throws InterruptedException {
        phone.save(records);
        return phone.sync(records.size());
    }

    /** From the moment that all may start until the last is done, in nanoseconds. */
    private long atOnce(List<List<NewContact>> lots, List<Long> pushes, List<Long> syncs)
            throws IOException, InterruptedException, ExecutionException {
        List<BenchmarkPhone> ready = new ArrayList<>();
        for (List<NewContact> lot : lots) {
            BenchmarkPhone phone = phone(server.address());
            phone.save(lot);
            ready.add(phone);
        }
        ExecutorService threads = Executors.newFixedThreadPool(ready.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Long>> running = new ArrayList<>();
            for (BenchmarkPhone phone : ready) {
                running.add(threads.submit(() -> {
                    start.await();
                    return phone.sync(BenchmarkRecords.PER_PHONE);
                }));
            }
            long began = System.nanoTime();
            start.countDown();
            for (Future<Long> sync : running) {
                syncs.add(sync.get());
            }
            long took = System.nanoTime() - began;
            ready.forEach(phone -> pushes.addAll(phone.pushes()));
            return took;
        } finally {
            threads.shutdownNow();
            ready.forEach(BenchmarkPhone::close);
        }
    }

    private BenchmarkPhone phone(URI address) throws IOException, InterruptedException {
        BenchmarkPhone phone =
                new BenchmarkPhone(folder.resolve("phone-" + phones++), transport, address, server.newCode());
        server.approveAll();
        return phone;
    }
}
