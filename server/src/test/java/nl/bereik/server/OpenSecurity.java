package nl.bereik.server;

import java.util.Set;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.access.Standing;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Lets everybody in as a coordinator of all teams, so that tests of what lies behind need no account. */
@TestConfiguration(proxyBeanMethods = false)
public class OpenSecurity {
    private static final Person COORDINATOR =
            new Person("coordinator", Set.of(Role.COORDINATOR), Scope.EVERYWHERE, Standing.FULL);

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain openToAll(ServerHttpSecurity http) {
        return http.authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .anonymous(all -> all.principal(COORDINATOR))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .build();
    }
}
