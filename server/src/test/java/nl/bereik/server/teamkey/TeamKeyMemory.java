package nl.bereik.server.teamkey;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What the exchange of keys needs, in memory; the oldest phone keeps. Not scanned. */
@Configuration(proxyBeanMethods = false)
public class TeamKeyMemory {
    @Bean
    TeamKeyStore teamKeyStore() {
        return new MemoryTeamKeyStore();
    }

    @Bean
    Coordinators coordinators() {
        return phones -> Mono.justOrEmpty(phones.stream().findFirst());
    }
}
