package nl.bereik.server.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy that cuts a connection after some bytes of one way or the other, or holds it up, until it has done so
 * often enough; after that it only passes on.
 */
final class BadNetwork implements AutoCloseable {
    private static final int CHUNK_BYTES = 4096;
    private static final int LATEST_CUT_BYTES = 12_000;
    private static final int LONGEST_HOLD_MILLIS = 300;

    private final ServerSocket listening;
    private final Random random;
    private final AtomicInteger faultsLeft;
    private volatile int server;

    BadNetwork(long seed, int faults) throws IOException {
        this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.random = new Random(seed);
        this.faultsLeft = new AtomicInteger(faults);
        daemon(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** From now on connections go to this port. */
    void leadTo(int port) {
        server = port;
    }

    int faultsLeft() {
        return Math.max(0, faultsLeft.get());
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket phone = listening.accept();
                Trouble trouble = trouble();
                daemon(() -> connect(phone, trouble));
            } catch (IOException e) {
                // Closed, or one connection less: phones try again.
                continue;
            }
        }
    }

    /** What happens to one connection: cut after so many bytes up or down, and how long each chunk is held up. */
    private record Trouble(int cutUp, int cutDown, int holdMillis) {
        static final Trouble NONE = new Trouble(Integer.MAX_VALUE, Integer.MAX_VALUE, 0);
    }

    private synchronized Trouble trouble() {
        if (random.nextInt(4) == 0 || faultsLeft.getAndDecrement() <= 0) {
            return Trouble.NONE;
        }
        int at = random.nextInt(LATEST_CUT_BYTES);
        return switch (random.nextInt(3)) {
            case 0 -> new Trouble(at, Integer.MAX_VALUE, 0);
            case 1 -> new Trouble(Integer.MAX_VALUE, at / 4, 0);
            default -> new Trouble(at, Integer.MAX_VALUE, 1 + random.nextInt(LONGEST_HOLD_MILLIS));
        };
    }

    private void connect(Socket phone, Trouble trouble) {
        try {
            Socket to = new Socket(InetAddress.getLoopbackAddress(), server);
            daemon(() -> pass(to, phone, trouble.cutDown, trouble.holdMillis));
            pass(phone, to, trouble.cutUp, trouble.holdMillis);
        } catch (IOException e) {
            close(phone);
        }
    }

    private static void pass(Socket from, Socket to, int cutAfter, int holdMillis) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            int left = cutAfter;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (holdMillis > 0) {
                    Thread.sleep(holdMillis);
                }
                out.write(chunk, 0, Math.min(read, left));
                left -= read;
                if (left <= 0) {
                    break;
                }
            }
        } catch (IOException e) {
            // One side is gone; closing both tells the other.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as good as closed.
            return;
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "bad network");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
