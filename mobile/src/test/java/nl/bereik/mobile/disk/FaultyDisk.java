package nl.bereik.mobile.disk;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A disk on which one step goes wrong: the power fails before it, after it or in the middle of it, or there is no more
 * room from it on. Steps are all that changes what is on the disk.
 */
public final class FaultyDisk implements Disk {
    private final MemoryDisk disk;
    private final Fault fault;
    private final int at;
    private int steps;

    /** What goes wrong. */
    public enum Fault {
        POWER_BEFORE,
        POWER_AMID,
        POWER_AFTER,
        FULL
    }

    /** The power has failed; nothing that runs on this phone goes on. */
    public static final class PowerFailure extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** @param at which step, from 0 */
    public FaultyDisk(MemoryDisk disk, Fault fault, int at) {
        this.disk = disk;
        this.fault = fault;
        this.at = at;
    }

    /** How many steps there have been. */
    public int steps() {
        return steps;
    }

    /** What is on the disk when the power is back: a write that was not forced may be there as well, all or in part. */
    public MemoryDisk powerBack(String name, int unforcedBytes) {
        MemoryDisk back = disk.crashed();
        byte[] seen = disk.content(name);
        int durable = back.content(name).length;
        if (seen.length > durable) {
            back.plant(name, Arrays.copyOf(seen, durable + Math.min(seen.length - durable, unforcedBytes)));
        }
        return back;
    }

    /** @param half what is done of the action when the power fails in its middle, or when there is no room for more */
    private void step(IoAction action, IoAction half) throws IOException {
        int step = steps++;
        if (step == at && fault == Fault.POWER_BEFORE) {
            throw new PowerFailure();
        }
        if (step == at && fault == Fault.POWER_AMID) {
            half.run();
            throw new PowerFailure();
        }
        if (step >= at && fault == Fault.FULL) {
            half.run();
            throw new DiskFullException("full");
        }
        action.run();
        if (step == at && fault == Fault.POWER_AFTER) {
            throw new PowerFailure();
        }
    }

    /** A step that works on a full disk as well. */
    private void withoutRoom(IoAction action, IoAction half) throws IOException {
        if (fault == Fault.FULL) {
            steps++;
            action.run();
        } else {
            step(action, half);
        }
    }

    private interface IoAction {
        void run() throws IOException;
    }

    @Override
    public boolean exists(String name) {
        return disk.exists(name);
    }

    @Override
    public byte[] read(String name) throws IOException {
        return disk.read(name);
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        step(() -> disk.replace(name, content), () -> {});
    }

    @Override
    public void overwrite(String name, long at, byte[] bytes) throws IOException {
        withoutRoom(
                () -> disk.overwrite(name, at, bytes),
                () -> disk.overwrite(name, at, Arrays.copyOf(bytes, bytes.length / 2)));
    }

    @Override
    public AppendFile append(String name) {
        AppendFile file = disk.append(name);
        return new AppendFile() {
            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public void append(byte[] bytes) throws IOException {
                step(() -> file.append(bytes), () -> file.append(Arrays.copyOf(bytes, bytes.length / 2)));
            }

            @Override
            public void force() throws IOException {
                step(file::force, () -> {});
            }

            @Override
            public void truncate(long size) throws IOException {
                // Cutting back needs no room.
                file.truncate(size);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public void delete(String name) throws IOException {
        withoutRoom(() -> disk.delete(name), () -> {});
    }

    @Override
    public void erase(String name) throws IOException {
        if (disk.exists(name)) {
            withoutRoom(() -> disk.plant(name, new byte[disk.content(name).length]), () -> scribble(name));
            withoutRoom(() -> disk.delete(name), () -> {});
        }
    }

    /** Overwrites the first half. */
    private void scribble(String name) {
        byte[] half = disk.content(name).clone();
        Arrays.fill(half, 0, half.length / 2, (byte) 0);
        disk.plant(name, half);
    }

    @Override
    public List<String> names() {
        return disk.names();
    }

    @Override
    public Closeable lock() throws IOException {
        return disk.lock();
    }
}
