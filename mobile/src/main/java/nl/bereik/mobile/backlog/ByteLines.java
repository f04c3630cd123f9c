package nl.bereik.mobile.backlog;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes of a bounded length, so that one endless line cannot fill the memory. */
final class ByteLines {
    /** A contact moment is a few hundred bytes; a note a few thousand. */
    static final int MAX_BYTES = 64 * 1024;

    private final InputStream in;

    ByteLines(InputStream in) {
        this.in = new BufferedInputStream(in, MAX_BYTES);
    }

    /**
     * A line without its end; null after the last.
     *
     * @param tooLong whether the line was longer than {@value #MAX_BYTES} bytes and its rest passed over
     */
    record Line(byte[] bytes, boolean tooLong) {}

    @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() < MAX_BYTES) {
                line.write(b);
            } else {
                tooLong = true;
            }
        }
        return new Line(line.toByteArray(), tooLong);
    }
}
