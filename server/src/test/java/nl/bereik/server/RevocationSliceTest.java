package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Revoking takes effect with the next request, and with those that are on their way. */
final class RevocationSliceTest extends SyncSlice {
    private static final int IN_FLIGHT = 200;

    @Autowired
    ContactStore contacts;

    @Test
    void whatIsOnItsWayIsRefusedOnceThePhoneIsRevoked() throws IOException {
        List<Half> halves = new ArrayList<>();
        try {
            for (int i = 0; i < IN_FLIGHT; i++) {
                halves.add(new Half(PushBatch.encode(List.of(ContactSamples.item(i + 1)))));
            }
            ok(push(PushBatch.encode(List.of(ContactSamples.item(IN_FLIGHT + 1)))));
            installs.revoke(phone.id(), time.instant()).block();
            for (Half half : halves) {
                half.finish();
            }
            for (Half half : halves) {
                assertThat(half.reply()).startsWith("HTTP/1.1 403").contains(Reason.REVOKED_INSTALL.name());
            }
        } finally {
            for (Half half : halves) {
                half.socket.close();
            }
        }
        assertThat(((MemoryContactStore) contacts).stored())
                .noneMatch(stored -> stored.install().equals(phone.id()) && stored.opSeq() <= IN_FLIGHT);
        refused(Reason.REVOKED_INSTALL, push(ONE_ITEM));
    }

    /** A push of which the server has the headers and half of the body. */
    private final class Half {
        private final Socket socket;
        private final byte[] rest;

        Half(byte[] body) throws IOException {
            int middle = body.length / 2;
            rest = Arrays.copyOfRange(body, middle, body.length);
            socket = new Socket("127.0.0.1", port);
            String head = "POST " + SyncPaths.PUSH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                    + RequestProof.HEADER + ": " + phone.proof("POST", SyncPaths.PUSH, body, time.instant())
                    + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, middle);
            out.flush();
        }

        void finish() throws IOException {
            socket.getOutputStream().write(rest);
            socket.getOutputStream().flush();
        }

        String reply() {
            try {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                socket.getInputStream().transferTo(all);
                return all.toString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
