package nl.bereik.server;

import org.springframework.boot.SpringApplication;

/** The server with {@link OpenSecurity}, for tests that need a process of its own. */
public final class OpenServer {
    private OpenServer() {}

    public static void main(String[] arguments) {
        new SpringApplication(BereikServer.class, OpenSecurity.class).run(arguments);
    }
}
