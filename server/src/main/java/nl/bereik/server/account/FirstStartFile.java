package nl.bereik.server.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * {@code first-start.json} in the data folder. It is written under another name first, by which it is pending, and gets
 * its own name when all that it promises is true. At no moment can anyone but the server's user read either. Blocks.
 */
final class FirstStartFile {
    private final Path folder;
    private final Path pending;
    private final Path finished;

    FirstStartFile(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.pending = this.folder.resolve("first-start.json.part");
        this.finished = this.folder.resolve("first-start.json");
    }

    Path path() {
        return finished;
    }

    /** What a start that was cut off left behind. Half a file is as good as none: nothing was stored from it yet. */
    Optional<FirstStartSecrets> pending() {
        try {
            return read(pending);
        } catch (IllegalArgumentException torn) {
            discard();
            return Optional.empty();
        }
    }

    /** @throws IllegalStateException when there is such a file and it cannot be understood */
    Optional<FirstStartSecrets> finished() {
        try {
            return read(finished);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(finished + " is damaged; move it away to make a new one", e);
        }
    }

    /** On disk for good when this returns. */
    void writePending(FirstStartSecrets secrets) {
        try {
            Files.createDirectories(folder, onlyMine("rwx------"));
            try (FileChannel channel = FileChannel.open(
                    pending, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyMine("rw-------"))) {
                ByteBuffer bytes = ByteBuffer.wrap(secrets.encode());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the pending file its own name, for good when this returns. */
    void finish() {
        try {
            Files.move(pending, finished, StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the pending file. */
    void discard() {
        try {
            Files.deleteIfExists(pending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FirstStartSecrets> read(Path file) {
        try {
            return Optional.of(FirstStartSecrets.decode(Files.readAllBytes(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileAttribute<?>[] onlyMine(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private void forceFolder() throws IOException {
        if (isPosix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
