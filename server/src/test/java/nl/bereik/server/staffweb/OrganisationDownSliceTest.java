package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseCookie;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Signing in at an organisation that takes connections and never answers, and at one that is not there. */
@TestPropertySource(properties = {"bereik.oidc.client-id=bereik", "bereik.oidc.patience=200ms"})
@DirtiesContext
class OrganisationDownSliceTest extends StaffWebTest {
    /** Nobody accepts what waits here. */
    private static final ServerSocket SILENT = silent();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("bereik.oidc.issuer", () -> "http://127.0.0.1:" + SILENT.getLocalPort());
    }

    @AfterAll
    static void close() throws IOException {
        SILENT.close();
    }

    @Test
    void pageSaysThatItDidNotWorkAndPasswordsStillDo() throws IOException {
        Visitor person = new Visitor(address());
        leavesForNothing(person);
        SILENT.close();
        leavesForNothing(person);

        person.cookies()
                .put(
                        "organisation",
                        ResponseCookie.from("organisation", "s.n.v").build());
        assertThat(person.get("/login/organisation/return?code=c&state=s").location())
                .isEqualTo("/login?organisation-failed");
        assertThat(Visitor.signedIn(address()).post("/logout", Map.of()).location())
                .startsWith("/login");
    }

    private static void leavesForNothing(Visitor person) {
        assertThat(person.get("/login/organisation").location()).isEqualTo("/login?organisation-failed");
        assertThat(person.get("/login?organisation-failed").body()).contains("niet gelukt");
    }

    private static ServerSocket silent() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
