package nl.bereik.mobile.disk;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The private storage of one install. Names are plain file names, without folders. Every failure is an
 * {@link IOException}; {@link DiskFullException} when there is no room.
 */
public interface Disk {
    boolean exists(String name) throws IOException;

    /** The whole content. @throws java.nio.file.NoSuchFileException when there is no such file */
    byte[] read(String name) throws IOException;

    /** Puts this content in the place of what was there: after a crash either the old or the new is there, whole. */
    void replace(String name, byte[] content) throws IOException;

    /**
     * Writes bytes over those that stand there, durably, without growing the file; needs no room. After a crash any
     * part of them may be written.
     *
     * @param at where the first goes; all lie within the file
     */
    void overwrite(String name, long at, byte[] bytes) throws IOException;

    /** Opens a file to append to, making it when it is absent. */
    AppendFile append(String name) throws IOException;

    /** Deletes a file if it is there; needs no room. */
    void delete(String name) throws IOException;

    /**
     * Overwrites a file where it stands, deletes it, and returns when both are on the disk; nothing when there is none.
     * Flash memory may write elsewhere than told and keep the old bytes until it uses their place again: what has to be
     * gone for good must have been encrypted, and its key be what is erased.
     */
    void erase(String name) throws IOException;

    /** The names of all files, in no order; without what {@link #lock} keeps for itself. */
    List<String> names() throws IOException;

    /**
     * Takes the storage for this process until the answer is closed.
     *
     * @throws InUseException when another process has it
     */
    Closeable lock() throws IOException;

    /** A file that only grows, apart from cutting off what did not get written whole. */
    interface AppendFile extends Closeable {
        /** Bytes in the file. */
        long size() throws IOException;

        /** Writes all bytes at the end; when it fails, part of them may have been written. */
        void append(byte[] bytes) throws IOException;

        /** Returns when all that was appended is on the disk itself. */
        void force() throws IOException;

        /** Cuts the file back to this size, durably. */
        void truncate(long size) throws IOException;
    }
}
