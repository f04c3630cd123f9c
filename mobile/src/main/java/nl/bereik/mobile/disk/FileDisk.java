package nl.bereik.mobile.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder that only its owner may read. */
public final class FileDisk implements Disk {
    private static final String LOCK = "in-use";
    private static final int BLOCK_BYTES = 1 << 16;

    private final Path folder;
    private final boolean posix;

    /** The folder is made when it is absent. */
    public FileDisk(Path folder) throws IOException {
        this.folder = folder;
        Path place = Objects.requireNonNullElse(folder.toAbsolutePath().getParent(), folder);
        Files.createDirectories(place);
        this.posix = Files.getFileStore(place).supportsFileAttributeView("posix");
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, ownersOnly("rwx------"));
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    @Override
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        Path fresh = folder.resolve(name + ".new");
        try {
            try (FileChannel channel = open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                writeAll(channel, content);
                channel.force(true);
            }
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } catch (IOException e) {
            throw named(e);
        }
    }

    @Override
    public void overwrite(String name, long at, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
            if (at + bytes.length > channel.size()) {
                throw new IllegalArgumentException("the file would grow");
            }
            channel.position(at);
            writeAll(channel, bytes);
            channel.force(true);
        }
    }

    @Override
    public AppendFile append(String name) throws IOException {
        try {
            Path file = folder.resolve(name);
            boolean fresh = !Files.exists(file);
            FileChannel channel =
                    open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.position(channel.size());
            if (fresh) {
                forceFolder();
            }
            return new ChannelFile(channel);
        } catch (IOException e) {
            throw named(e);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        forceFolder();
    }

    @Override
    public void erase(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] zeroes = new byte[BLOCK_BYTES];
            for (long left = channel.size(); left > 0; left -= BLOCK_BYTES) {
                writeAll(channel, left < BLOCK_BYTES ? new byte[(int) left] : zeroes);
            }
            channel.force(true);
        }
        delete(name);
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(LOCK))
                    .toList();
        }
    }

    @Override
    public Closeable lock() throws IOException {
        FileChannel channel = open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new InUseException("another Bereik is using this folder");
        }
        return channel;
    }

    private FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), ownersOnly("rw-------"));
    }

    private FileAttribute<?>[] ownersOnly(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes renames and new files durable; a no-op where folders cannot be opened. */
    private void forceFolder() throws IOException {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Java has no exception of its own for a full disk; the system's words are the only sign. */
    private static IOException named(IOException e) {
        @Nullable String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        if (reason != null && (reason.contains("No space left") || reason.contains("Disk quota"))) {
            DiskFullException full = new DiskFullException("no room left on the disk");
            full.initCause(e);
            return full;
        }
        return e;
    }

    private record ChannelFile(FileChannel channel) implements AppendFile {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            try {
                writeAll(channel, bytes);
            } catch (IOException e) {
                throw named(e);
            }
        }

        @Override
        public void force() throws IOException {
            try {
                channel.force(false);
            } catch (IOException e) {
                throw named(e);
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
            channel.position(size);
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
