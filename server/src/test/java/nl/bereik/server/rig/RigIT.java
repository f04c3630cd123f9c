package nl.bereik.server.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.FiguresJson;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Phones in processes of their own, a bad network and a server on its embedded store; all of them are killed now and
 * then. Then nothing may be lost or doubled, and every phone must have proved it. {@code bereik.rig.seeds},
 * {@code .phones}, {@code .items}, {@code .faults} and {@code .kills} say how much.
 */
final class RigIT {
    private static final int SEEDS = Integer.getInteger("bereik.rig.seeds", 1);
    private static final int PHONES = Integer.getInteger("bereik.rig.phones", 6);
    private static final int ITEMS = Integer.getInteger("bereik.rig.items", 60);
    private static final int FAULTS = Integer.getInteger("bereik.rig.faults", 60);
    private static final int KILLS = Integer.getInteger("bereik.rig.kills", 4);
    private static final int PROCESSES = 2;
    private static final long PATIENCE_SECONDS = 900;

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostOrDoubledByRealProcessesOnABadNetwork() throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Path place = Files.createDirectory(folder.resolve("seed-" + seed));
            run(seed, place);
            System.out.println("rig: seed " + seed + ": " + PHONES * ITEMS + " items of " + PHONES
                    + " phones arrived once through " + (FAULTS + KILLS) + " faults, all proved");
        }
    }

    private static void run(long seed, Path place) throws Exception {
        Random random = new Random(seed);
        try (BadNetwork network = new BadNetwork(seed, FAULTS);
                Servers servers = new Servers(place.resolve("server"), network)) {
            servers.start();
            servers.writeCodes(place.resolve("codes"));
            List<Process> phones = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                phones.add(phones(seed, i, place, network));
            }
            int kills = KILLS;
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (phones.stream().anyMatch(Process::isAlive)) {
                assertThat(System.nanoTime())
                        .as("it becomes quiet, seed %d", seed)
                        .isLessThan(limit);
                TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(2_000));
                servers.approveAll();
                int victim = random.nextInt(PROCESSES + 1);
                if (kills <= 0) {
                    continue;
                }
                if (victim == PROCESSES) {
                    servers.killAndStart();
                    kills--;
                } else if (phones.get(victim).isAlive()) {
                    phones.get(victim).destroyForcibly().waitFor();
                    phones.set(victim, phones(seed, victim, place, network));
                    kills--;
                }
            }
            phones.forEach(
                    phone -> assertThat(phone.exitValue()).as("all proved").isZero());
            assertThat(kills).as("kills left: log more").isZero();
            assertThat(network.faultsLeft()).as("faults left: log more").isZero();
            assertThat(servers.figures("2025S1")).isEqualTo(expected(seed));
        }
    }

    private static Process phones(long seed, int process, Path place, BadNetwork network) throws IOException {
        int each = (PHONES + PROCESSES - 1) / PROCESSES;
        int first = process * each;
        int last = Math.min(PHONES, first + each) - 1;
        Path output = place.resolve("phones-" + process + ".out");
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RigPhones.class.getName(),
                        place.toString(),
                        Long.toString(seed),
                        Integer.toString(first),
                        Integer.toString(last),
                        Integer.toString(ITEMS),
                        network.address().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private static JsonObject expected(long seed) {
        Map<LocalDate, List<ContactMoment>> byDay = IntStream.range(0, PHONES)
                .boxed()
                .flatMap(phone -> RigContacts.of(seed, phone, ITEMS).stream())
                .map(NewContact::contact)
                .collect(Collectors.groupingBy(ContactMoment::on));
        List<DayTally> tallies = byDay.entrySet().stream()
                .map(day -> new DayTally("team", day.getKey(), ReachCounts.fold(day.getValue())))
                .toList();
        return FiguresJson.of(ReachFigures.sum(ReportingPeriod.parse("2025S1"), tallies, 0));
    }

    /** One server after another on one store. */
    private static final class Servers implements AutoCloseable {
        private final Path data;
        private final BadNetwork network;
        private ServerProcess now;

        Servers(Path data, BadNetwork network) throws IOException {
            this.data = data;
            this.network = network;
            this.now = new ServerProcess(data);
        }

        void start() throws InterruptedException, ExecutionException, TimeoutException {
            network.leadTo(now.port());
        }

        void killAndStart() throws IOException, InterruptedException, ExecutionException, TimeoutException {
            now.kill();
            now = new ServerProcess(data);
            start();
        }

        void writeCodes(Path file) throws IOException, InterruptedException {
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < PHONES; i++) {
                codes.add(EnrolmentCode.parse(now.newCode()).text());
            }
            Files.write(file, codes);
        }

        void approveAll() throws IOException, InterruptedException {
            now.approveAll();
        }

        JsonObject figures(String period) throws IOException, InterruptedException {
            return now.figures(period);
        }

        @Override
        public void close() {
            now.close();
        }
    }
}
