package nl.bereik.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The gate in front of handlers of its own. */
@SpringBootTest(classes = RouteGateSliceTest.Routing.class, properties = "spring.main.web-application-type=none")
class RouteGateSliceTest {
    @Autowired
    ApplicationContext context;

    private WebTestClient web = WebTestClient.bindToServer().build();

    @BeforeEach
    void connect() {
        web = WebTestClient.bindToApplicationContext(context).build();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void routeWithoutARuleIsNotThereForAnyRole(Role role) {
        assertThat(status("/unruled", signedIn(Standing.FULL, role))).isEqualTo(404);
        assertThat(status("/ruled-twice", signedIn(Standing.FULL, role))).isEqualTo(404);
        assertThat(status("/no-route", signedIn(Standing.FULL, role))).isEqualTo(404);
    }

    @Test
    void strangerIsNotToldWhichRoutesThereAre() {
        assertThat(status("/unruled", web)).isEqualTo(401);
        assertThat(status("/no-route", web)).isEqualTo(401);
        assertThat(status("/for-coordinators", web)).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void ruledRouteIsForItsRoles(Role role) {
        int expected = role == Role.COORDINATOR ? 200 : 403;
        assertThat(status("/for-coordinators", signedIn(Standing.FULL, role))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void whoOwesSomethingReachesOnlyWhereItIsDone(Standing standing) {
        boolean reaches = standing.compareTo(Standing.OWES_PASSWORD) >= 0;

        assertThat(status("/for-new-passwords", signedIn(standing, Role.WORKER)))
                .isEqualTo(reaches ? 200 : 403);
        assertThat(status("/for-coordinators", signedIn(standing, Role.COORDINATOR)))
                .isEqualTo(standing == Standing.FULL ? 200 : 403);
    }

    @Test
    void openRouteIsForStrangers() {
        assertThat(status("/open", web)).isEqualTo(200);
    }

    private WebTestClient signedIn(Standing standing, Role role) {
        Person person = new Person("somebody", Set.of(role), Scope.EVERYWHERE, standing);
        return WebTestClient.bindToApplicationContext(context)
                .webFilter((exchange, chain) -> chain.filter(exchange)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(person, null, Set.of()))))
                .build();
    }

    private static int status(String path, WebTestClient client) {
        return client.get()
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    /** No component, so that nothing else scans it. */
    @EnableWebFlux
    @EnableWebFluxSecurity
    @Import({Routes.class, RouteGate.class, PersonArgument.class})
    static class Routing {
        @Bean
        SecurityWebFilterChain chain(ServerHttpSecurity http, RouteGate gate) {
            return http.authorizeExchange(rules -> rules.anyExchange().access(gate.tellingStrangersNothing()))
                    .build();
        }

        @Bean
        SmartInitializingSingleton handlers(RequestMappingHandlerMapping mapping) {
            return () -> {
                for (Method method : Handlers.class.getDeclaredMethods()) {
                    GetMapping path = method.getAnnotation(GetMapping.class);
                    if (path != null) {
                        mapping.registerMapping(
                                RequestMappingInfo.paths(path.value())
                                        .methods(RequestMethod.GET)
                                        .build(),
                                new Handlers(),
                                method);
                    }
                }
            };
        }
    }

    @ResponseBody
    static class Handlers {
        @GetMapping("/unruled")
        String unruled() {
            return "never";
        }

        @AllowedTo(Role.COORDINATOR)
        @OpenToAll("a mistake")
        @GetMapping("/ruled-twice")
        String ruledTwice() {
            return "never";
        }

        @AllowedTo(Role.COORDINATOR)
        @GetMapping("/for-coordinators")
        String forCoordinators(Person person) {
            return person.name();
        }

        @AllowedTo(
                value = {Role.WORKER},
                from = Standing.OWES_PASSWORD)
        @GetMapping("/for-new-passwords")
        String forNewPasswords() {
            return "change";
        }

        @OpenToAll("a test asks for it")
        @GetMapping("/open")
        String open() {
            return "open";
        }
    }
}
