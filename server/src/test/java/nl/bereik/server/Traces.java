package nl.bereik.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What programs have left in files: their names and contents, byte for byte, by path. */
final class Traces {
    /** Programs put their temporary files, or a folder of them, at the top. */
    private static final int DEPTH = 3;

    private static final long LARGEST_BYTES = 64L << 20;

    private Traces() {}

    static Path temporaryFiles() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /**
     * The files written since some time. Those that vanish meanwhile or belong to others are passed over, and those
     * above 64 MiB, which no phone writes.
     */
    static Map<String, String> in(Path folder, FileTime since) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Files.walkFileTree(folder, Set.<FileVisitOption>of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()
                        && attributes.size() <= LARGEST_BYTES
                        && attributes.lastModifiedTime().compareTo(since) >= 0) {
                    read(file, texts);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }

    private static void read(Path file, Map<String, String> texts) {
        try {
            texts.put(file.toString(), file + "\n" + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // Gone, or not ours to read.
        }
    }
}
