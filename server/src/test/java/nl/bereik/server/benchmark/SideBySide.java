package nl.bereik.server.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import nl.bereik.server.benchmark.Comparison.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * Runs Bereik, the raw driver and the PouchDB peer on the same records, one after the other, and prints how they
 * compare. Arguments: the peers folder ({@code none} to leave the peer out), a work folder, the server's jar, and how
 * many runs.
 */
final class SideBySide {
    private SideBySide() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        LoggingSystem.get(SideBySide.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        Path work = Path.of(arguments[1]).toAbsolutePath();
        Path jar = Path.of(arguments[2]).toAbsolutePath();
        int runs = Integer.parseInt(arguments[3]);
        PouchPeer peer = arguments[0].equals("none")
                ? null
                : new PouchPeer(Path.of(arguments[0]), Files.createDirectories(work.resolve("peer")));
        List<Run> done = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Path folder = work.resolve("run");
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            done.add(run(BenchmarkRecords.of(run), folder, jar, peer));
        }
        new Comparison(done).print(System.out);
    }

    private static Run run(BenchmarkRecords records, Path folder, Path jar, @Nullable PouchPeer peer)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Path data = folder.resolve("server");
        Side bereik;
        double resident;
        try (BenchmarkServer server = new BenchmarkServer(jar, data)) {
            bereik = new BereikSide(server, folder).measure(records);
            resident = server.megabytes("VmRSS");
        }
        RawDriver.Rates raw = RawDriver.measure(folder.resolve("raw"), RawDriver.contactsIn(data));
        Side other = peer == null ? null : peer.measure(records);
        return new Run(bereik, resident, raw, other, records.meanBodyBytes());
    }
}
