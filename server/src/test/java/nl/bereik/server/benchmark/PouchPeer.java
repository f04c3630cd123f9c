package nl.bereik.server.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;

/**
 * PouchDB that replicates to express-pouchdb, driven by the peers folder's own script. In a copy of the folder, its
 * records are exchanged for ours, and its servers are warmed up before they are measured.
 */
final class PouchPeer {
    private static final String PACKAGES = "pouchdb@9 express-pouchdb@4.2.0 express@4 pouchdb-adapter-memory@9";

    private final Path folder;

    /** Copies the peer into a folder, and installs what it needs unless the copy has it. */
    PouchPeer(Path peers, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        copy(peers, "common/count.js");
        copy(peers, "common/rec.js", "common/their-records.js");
        copy(peers, "common/srv.js", "common/their-server.js");
        copy(peers, "pouch/bench.js");
        copy(peers, "pouch/server.js");
        ours("rec.js");
        ours("srv.js");
        if (!Files.isDirectory(folder.resolve("pouch/node_modules/pouchdb"))) {
            run("npm install --no-audit --no-fund " + PACKAGES);
        }
    }

    private void copy(Path peers, String file) throws IOException {
        copy(peers, file, file);
    }

    private void copy(Path peers, String file, String name) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.deleteIfExists(target);
        Files.copy(peers.resolve(file), target);
    }

    private void ours(String script) throws IOException {
        try (InputStream in = Objects.requireNonNull(PouchPeer.class.getResourceAsStream(script), script)) {
            Files.write(folder.resolve("common").resolve(script), in.readAllBytes());
        }
    }

    Side measure(BenchmarkRecords records) throws IOException, InterruptedException {
        Files.write(folder.resolve("common/records.json"), records.asPeerDocuments());
        run("node bench.js 1");
        JsonObject result = Json.readObject(Files.readAllBytes(folder.resolve("pouch/result.json")));
        return new Side(
                figure(result, "push_rps"),
                figure(result, "load_rps"),
                figure(result, "push_Bup"),
                figure(result, "push_Bdown"),
                figure(result, "nochange_req"),
                figure(result, "nochange_B"),
                figure(result, "raw_p99"),
                figure(result, "load_client_p99"),
                figure(result, "rssMB_10k"));
    }

    /** The script writes least / median / most. */
    private static double figure(JsonObject result, String name) {
        return Double.parseDouble(result.text(name).split(" / ")[1]);
    }

    private void run(String command) throws IOException, InterruptedException {
        Path log = folder.resolve("peer.log");
        int code = new ProcessBuilder(Stream.of(command.split(" ")).toList())
                .directory(folder.resolve("pouch").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            List<String> lines = Files.readAllLines(log);
            throw new IOException(command + " failed: " + lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        }
    }
}
