package nl.bereik.server;

import java.util.List;
import nl.bereik.server.audit.VerifyAuditCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server. Without configuration it runs on the embedded store in {@code bereik-data}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BereikServer {
    public static void main(String[] arguments) {
        if (List.of(arguments).contains(VerifyAuditCommand.NAME)) {
            System.exit(new VerifyAuditCommand(System.out, new TimeAndChance().clock()).run(arguments));
        }
        SpringApplication.run(BereikServer.class, arguments);
    }
}
