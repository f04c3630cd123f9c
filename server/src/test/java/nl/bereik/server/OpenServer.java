package nl.bereik.server;

import java.nio.file.Files;
import java.time.Duration;
import nl.bereik.server.enrolment.EnrolmentCodes;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/**
 * The server with {@link OpenSecurity}, for tests that need a process of its own. Leaves a fresh enrolment code in the
 * data folder. Not scanned.
 */
public final class OpenServer {
    static final String CODE_FILE = "test-enrolment-code";

    public static void main(String[] arguments) {
        new SpringApplication(BereikServer.class, OpenSecurity.class, OpenServer.class).run(arguments);
    }

    @Bean
    ApplicationRunner freshCode(EnrolmentCodes codes, BereikProperties properties) {
        return arguments -> Files.writeString(
                properties.data().resolve(CODE_FILE),
                codes.issue(properties.team(), Duration.ofHours(1))
                        .blockOptional()
                        .orElseThrow()
                        .text());
    }
}
