package nl.bereik.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.server.need.NeedProperties;
import nl.bereik.server.push.PushSender;
import nl.bereik.server.push.StandInFcm;
import nl.bereik.server.push.StandInSender;
import nl.bereik.server.work.Leases;
import nl.bereik.server.work.MemoryLeases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** What passes needs on by itself, over memory and with the real sender, before a stand-in of Firebase. Not scanned. */
@ComponentScan(
        basePackages = {"nl.bereik.server.assignment", "nl.bereik.server.alert", "nl.bereik.server.care"},
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.Mongo\\w+|Instance|IT|Test)(\\$.*)?"))
class NightParts {
    static final String CARE_COORDINATOR = "claire";

    @Bean
    StandInFcm standInFcm() {
        return new StandInFcm();
    }

    @Bean
    @Primary
    PushSender realSender(StandInFcm fcm, Clock clock) throws IOException {
        Path folder = Files.createTempDirectory("bereik-night");
        Path credentials = fcm.credentials(folder);
        PushSender sender = StandInSender.of(credentials, fcm::way, clock);
        Files.delete(credentials);
        Files.delete(folder);
        return sender;
    }

    @Bean
    @Primary
    NeedProperties routed() {
        return new NeedProperties(
                LocalTime.of(22, 0),
                LocalTime.of(7, 0),
                LocalTime.of(8, 30),
                Map.of(Signal.EXPLOITATION, CARE_COORDINATOR));
    }

    @Bean
    Leases leases() {
        return new MemoryLeases();
    }
}
