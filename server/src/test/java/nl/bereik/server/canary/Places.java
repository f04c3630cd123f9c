package nl.bereik.server.canary;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;

/** Where the server leaves words behind: collections of its store, other files of its folder, measurements. */
final class Places {
    private Places() {}

    /** By collection what stands in it. */
    static Map<String, String> collections(ReactiveMongoTemplate store) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name :
                Objects.requireNonNull(store.getCollectionNames().collectList().block())) {
            List<Document> documents = Objects.requireNonNull(store.getCollection(name)
                    .flatMapMany(collection -> Flux.from(collection.find()))
                    .collectList()
                    .block());
            all.put(name, documents.stream().map(Document::toJson).collect(Collectors.joining("\n")));
        }
        return all;
    }

    /** All but the store itself and what the first start leaves for its reader. */
    static String files(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !List.of("bereik.mv.db", "first-start.json")
                            .contains(file.getFileName().toString()))
                    .map(file -> file + " " + text(file))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name and labels of each measurement. */
    static String metrics(MeterRegistry registry) {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().toString())
                .collect(Collectors.joining("\n"));
    }
}
