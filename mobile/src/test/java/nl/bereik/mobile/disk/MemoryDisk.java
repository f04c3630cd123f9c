package nl.bereik.mobile.disk;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A disk in memory that can be full, and that forgets at a crash what was not forced. */
public final class MemoryDisk implements Disk {
    private final Map<String, byte[]> durable = new HashMap<>();
    private final Map<String, byte[]> seen = new HashMap<>();
    private long room = Long.MAX_VALUE;
    private boolean locked;

    /** From now on so many bytes fit; a write that does not fit leaves behind what did. */
    public void leaveRoom(long bytes) {
        room = bytes;
    }

    /** The disk after the power failed: only what was forced is there. */
    public MemoryDisk crashed() {
        MemoryDisk after = new MemoryDisk();
        after.durable.putAll(durable);
        after.seen.putAll(durable);
        return after;
    }

    /** Puts bytes in a file as if they had always been there. */
    public void plant(String name, byte[] content) {
        durable.put(name, content);
        seen.put(name, content);
    }

    public Map<String, byte[]> files() {
        return Map.copyOf(seen);
    }

    @Override
    public boolean exists(String name) {
        return seen.containsKey(name);
    }

    @Override
    public byte[] read(String name) throws IOException {
        byte[] content = seen.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return content.clone();
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        take(content.length);
        plant(name, content.clone());
    }

    @Override
    public void overwrite(String name, long at, byte[] bytes) throws IOException {
        byte[] content = read(name);
        System.arraycopy(bytes, 0, content, (int) at, bytes.length);
        plant(name, content);
    }

    @Override
    public AppendFile append(String name) {
        seen.putIfAbsent(name, new byte[0]);
        durable.putIfAbsent(name, new byte[0]);
        return new MemoryFile(name);
    }

    @Override
    public void delete(String name) {
        durable.remove(name);
        seen.remove(name);
    }

    @Override
    public void erase(String name) {
        delete(name);
    }

    @Override
    public List<String> names() {
        return List.copyOf(seen.keySet());
    }

    @Override
    public Closeable lock() throws IOException {
        if (locked) {
            throw new InUseException("in use");
        }
        locked = true;
        return () -> locked = false;
    }

    private void take(long bytes) throws DiskFullException {
        if (bytes > room) {
            throw new DiskFullException("full");
        }
        room -= bytes;
    }

    /** What stands in a file; nothing when there is none. */
    public byte[] content(String name) {
        return seen.getOrDefault(name, new byte[0]);
    }

    private final class MemoryFile implements AppendFile {
        private final String name;

        private MemoryFile(String name) {
            this.name = name;
        }

        @Override
        public long size() {
            return content(name).length;
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            int fits = (int) Math.min(bytes.length, room);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(content(name));
            all.write(bytes, 0, fits);
            seen.put(name, all.toByteArray());
            room -= fits;
            if (fits < bytes.length) {
                throw new DiskFullException("full");
            }
        }

        @Override
        public void force() {
            durable.put(name, content(name));
        }

        @Override
        public void truncate(long size) {
            plant(name, Arrays.copyOf(content(name), (int) size));
        }

        @Override
        public void close() {}
    }
}
