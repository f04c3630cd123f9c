package nl.bereik.server.simulation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.disk.DiskFullException;
import nl.bereik.mobile.disk.InUseException;

/**
 * A disk on which the power can fail before, in and after every change, and that can be full. Of what was appended
 * and not forced any first part may be there afterwards, followed by zeroes or not.
 */
final class SimDisk implements Disk {
    private static final int BEFORE = 1;
    private static final int AFTER = 2;
    private static final int TORN = 3;

    private final World world;
    private final String owner;
    private final boolean forces;
    private final TreeMap<String, byte[]> durable = new TreeMap<>();
    private final TreeMap<String, byte[]> seen = new TreeMap<>();
    private long room = Long.MAX_VALUE;
    private boolean locked;

    /** @param forces false for a disk that lies about it */
    SimDisk(World world, String owner, boolean forces) {
        this.world = world;
        this.owner = owner;
        this.forces = forces;
    }

    /** From now on so many bytes fit. */
    void leaveRoom(long bytes) {
        room = bytes;
    }

    /** All that is sure to be on it, to be brought back later. */
    Map<String, byte[]> backup() {
        return Map.copyOf(durable);
    }

    /** Puts a backup in the place of all that is there; call it before the disk is used again. */
    void restore(Map<String, byte[]> backup) {
        locked = false;
        durable.clear();
        durable.putAll(backup);
        seen.clear();
        seen.putAll(backup);
    }

    /** What the power cut leaves; call it before the disk is used again. */
    void crashed() {
        locked = false;
        for (String name : seen.keySet().toArray(String[]::new)) {
            byte[] sure = durable.get(name);
            if (sure == null) {
                seen.remove(name);
                continue;
            }
            byte[] all = seen.getOrDefault(name, sure);
            if (all.length > sure.length) {
                int torn = sure.length + world.pick(all.length - sure.length + 1);
                boolean zeroes = world.pick(4) == 0;
                byte[] left = Arrays.copyOf(Arrays.copyOf(all, torn), zeroes ? all.length : torn);
                world.note(owner + " finds " + left.length + " of " + all.length + " bytes, sure " + sure.length);
                durable.put(name, left);
            }
            seen.put(name, durable.getOrDefault(name, sure));
        }
    }

    @Override
    public boolean exists(String name) {
        return seen.containsKey(name);
    }

    @Override
    public byte[] read(String name) throws IOException {
        return content(name).clone();
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        change("replace " + name, () -> {
            take(content.length);
            plant(name, content.clone());
        });
    }

    @Override
    public void overwrite(String name, long at, byte[] bytes) throws IOException {
        byte[] content = content(name).clone();
        System.arraycopy(bytes, 0, content, (int) at, bytes.length);
        change("overwrite " + name, () -> plant(name, content));
    }

    @Override
    public AppendFile append(String name) throws IOException {
        if (!seen.containsKey(name)) {
            change("create " + name, () -> plant(name, new byte[0]));
        }
        return new SimFile(name);
    }

    @Override
    public void delete(String name) throws IOException {
        change("delete " + name, () -> {
            durable.remove(name);
            seen.remove(name);
        });
    }

    @Override
    public void erase(String name) throws IOException {
        if (seen.containsKey(name)) {
            delete(name);
        }
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

    private byte[] content(String name) throws NoSuchFileException {
        byte[] content = seen.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return content;
    }

    private void plant(String name, byte[] content) {
        durable.put(name, content);
        seen.put(name, content);
    }

    private void take(long bytes) throws DiskFullException {
        if (bytes > room) {
            throw new DiskFullException("full");
        }
        room -= bytes;
    }

    private void change(String what, Change change) throws IOException {
        int fault = world.fault(2, world.weather().power(), owner + " " + what);
        if (fault == BEFORE) {
            throw new PowerCut();
        }
        change.make();
        if (fault == AFTER) {
            throw new PowerCut();
        }
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private final class SimFile implements AppendFile {
        private final String name;

        private SimFile(String name) {
            this.name = name;
        }

        @Override
        public long size() throws IOException {
            return content(name).length;
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            int fault = world.fault(3, world.weather().power(), owner + " append to " + name);
            if (fault == BEFORE) {
                throw new PowerCut();
            }
            int writes = fault == TORN ? world.pick(bytes.length) : bytes.length;
            int fits = (int) Math.min(writes, room);
            byte[] before = content(name);
            byte[] all = Arrays.copyOf(before, before.length + fits);
            System.arraycopy(bytes, 0, all, before.length, fits);
            seen.put(name, all);
            room -= fits;
            if (fault != 0) {
                throw new PowerCut();
            }
            if (fits < bytes.length) {
                throw new DiskFullException("full");
            }
        }

        @Override
        public void force() throws IOException {
            change("force " + name, () -> {
                if (forces) {
                    durable.put(name, content(name));
                }
            });
        }

        @Override
        public void truncate(long size) throws IOException {
            change("truncate " + name, () -> plant(name, Arrays.copyOf(content(name), (int) size)));
        }

        @Override
        public void close() {}
    }
}
