package nl.bereik.server.teamkey;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import reactor.core.publisher.Mono;

/** The exchange of keys over memory; the oldest phone keeps. */
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(Mongo\\w+|CoordinatorAccounts|TeamKeyMemory)"))
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
