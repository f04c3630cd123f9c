package nl.bereik.server.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.BereikServer;
import nl.bereik.server.ContactSamples;
import nl.bereik.server.access.Scope;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.StoredContact;
import nl.bereik.server.reach.Figures;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * What a request for figures costs with few contacts stored and with many, asked of both in turn, and what it costs
 * when one day has just been touched that has as many contacts in both. Arguments as {@link SideBySide}; the first and
 * the last two are not used. The numbers of contacts are {@code bereik.figures.few} and {@code bereik.figures.many}.
 */
final class FiguresCost {
    private static final int FEW = Integer.getInteger("bereik.figures.few", 10_000);
    private static final int MANY = Integer.getInteger("bereik.figures.many", 1_000_000);
    private static final int AT_ONCE = 2_000;
    private static final int ON_TOUCHED_DAY = 40;
    private static final int WARM_UP = 60;
    private static final int TIMES = 101;
    private static final ReportingPeriod PERIOD = ReportingPeriod.parse("2025S1");
    private static final LocalDate TOUCHED = LocalDate.of(2025, 3, 14);
    private static final LocalDate FIRST = LocalDate.of(2023, 7, 1);
    private static final int DAYS = (int) (LocalDate.of(2025, 7, 1).toEpochDay() - FIRST.toEpochDay());

    private FiguresCost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Path.of(arguments[1]).toAbsolutePath().resolve("figures");
        FileSystemUtils.deleteRecursively(work);
        try (Server few = new Server(work.resolve("few"), FEW);
                Server many = new Server(work.resolve("many"), MANY)) {
            print(System.out, few, many, false);
            print(System.out, few, many, true);
        }
    }

    private static void print(PrintStream out, Server few, Server many, boolean touching)
            throws IOException, InterruptedException {
        List<Double> ofFew = new ArrayList<>();
        List<Double> ofMany = new ArrayList<>();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            double one = few.request(touching);
            double other = many.request(touching);
            if (i >= WARM_UP) {
                ofFew.add(one);
                ofMany.add(other);
            }
        }
        double base = median(ofFew);
        out.printf(
                Locale.ROOT,
                "%s: %,d contacts %.2f ms, %,d contacts %.2f ms, ratio %.2f%n",
                touching ? "figures after one touched day" : "figures",
                FEW,
                base,
                MANY,
                median(ofMany),
                median(ofMany) / base);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** A server of its own in this process, with so many counted contacts, about as many each day. */
    private static final class Server implements AutoCloseable {
        private final ConfigurableApplicationContext context;
        private final HttpClient http = HttpClient.newHttpClient();
        private final HttpRequest figures;
        private long told;

        Server(Path data, int contacts) throws IOException {
            context = new SpringApplicationBuilder(BereikServer.class)
                    .run("--server.port=0", "--server.address=127.0.0.1", "--bereik.data=" + data);
            LoggingSystem.get(FiguresCost.class.getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            String key = Json.readObject(Files.readAllBytes(data.resolve("first-start.json")))
                    .text("apiKey");
            figures = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/api/v1/figures/" + PERIOD.name()))
                    .header("Authorization", "Bearer " + key)
                    .build();
            fill(contacts);
        }

        private void fill(int contacts) {
            List<StoredContact> some = new ArrayList<>();
            long expected = 0;
            for (int i = 0; i < contacts; i++) {
                LocalDate on = i < ON_TOUCHED_DAY ? TOUCHED : otherDay(i);
                some.add(contact(on));
                expected += PERIOD.contains(on) ? 1 : 0;
                if (some.size() == AT_ONCE || i == contacts - 1) {
                    insert(some);
                    some.clear();
                }
            }
            long counted = Objects.requireNonNull(context.getBean(Figures.class)
                            .of(Scope.EVERYWHERE, PERIOD)
                            .block())
                    .counts()
                    .contacts();
            if (counted != expected) {
                throw new IllegalStateException(counted + " contacts counted, not " + expected);
            }
        }

        private static LocalDate otherDay(int i) {
            LocalDate on = FIRST.plusDays(i % DAYS);
            return on.equals(TOUCHED) ? on.plusDays(1) : on;
        }

        private StoredContact contact(LocalDate on) {
            return ContactSamples.stored(++told, "team", ContactSamples.contact(on, Channel.STREET));
        }

        private void insert(List<StoredContact> some) {
            context.getBean(ContactStore.class).insert(List.copyOf(some)).block();
        }

        /** Milliseconds until the figures are there. */
        double request(boolean touching) throws IOException, InterruptedException {
            if (touching) {
                insert(List.of(contact(TOUCHED)));
            }
            long from = System.nanoTime();
            HttpResponse<String> answer =
                    http.send(figures, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            double took = (System.nanoTime() - from) / 1e6;
            if (answer.statusCode() != 200
                    || Json.readObject(answer.body().getBytes(StandardCharsets.UTF_8))
                                    .number("contacts")
                            == 0) {
                throw new IllegalStateException("no figures: " + answer.statusCode());
            }
            return took;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
