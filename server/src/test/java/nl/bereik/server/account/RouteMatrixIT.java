package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.bereik.server.BereikServer;
import nl.bereik.server.access.RouteRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the application's own mappings, asked for by everybody, for what is within and outside their teams.
 * What must come out follows from the rule beside the handler and from {@link RouteObjects}; a route that is missing in
 * either fails by its name.
 */
@SpringBootTest(
        classes = BereikServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "bereik.regions.north=north",
            "bereik.regions.south=south",
            "spring.main.banner-mode=off"
        })
class RouteMatrixIT {
    private static final Path DATA = temporary();

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry properties) {
        properties.add("bereik.data", DATA::toString);
    }

    @TestFactory
    Stream<DynamicTest> everyRouteForEverybody() {
        MatrixCallers callers = new MatrixCallers(context, port);
        return routes().entrySet().stream()
                .map(route -> DynamicTest.dynamicTest(route.getKey(), () -> {
                    RouteRule rule = rule(route.getValue());
                    assertThat(rule).as("has no rule").isNotInstanceOf(RouteRule.Nobody.class);
                    RouteObjects.Sample sample = RouteObjects.of(route.getKey());
                    assertThat(sample).as("has no entry in RouteObjects").isNotNull();
                    assertThat(callers.holes(route.getKey(), rule, sample)).isEmpty();
                }));
    }

    @Test
    void entriesAreOfRoutesThatExist() {
        assertThat(routes().keySet()).containsAll(RouteObjects.all());
    }

    @Test
    void routeWithoutARuleOrAnEntryIsFoundByItsName() throws NoSuchMethodException {
        RequestMappingHandlerMapping mapping =
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        RequestMappingInfo forgotten =
                RequestMappingInfo.paths("/api/v1/forgotten").build();
        mapping.registerMapping(forgotten, new Forgotten(), Forgotten.class.getDeclaredMethod("everything"));
        try {
            assertThat(unruled()).containsExactly("* /api/v1/forgotten");
            assertThat(RouteObjects.of("* /api/v1/forgotten")).isNull();
            for (MatrixCallers.Caller caller : MatrixCallers.Caller.all()) {
                assertThat(new MatrixCallers(context, port).status(caller, HttpMethod.GET, "/api/v1/forgotten"))
                        .as(caller.toString())
                        .isEqualTo(caller.isKnown() ? 404 : 401);
            }
        } finally {
            mapping.unregisterMapping(forgotten);
        }
        assertThat(unruled()).isEmpty();
    }

    private List<String> unruled() {
        return routes().entrySet().stream()
                .filter(route -> rule(route.getValue()) instanceof RouteRule.Nobody)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Handlers of the framework: health is open, all else of it is closed. */
    private static RouteRule rule(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.springframework.boot.")
                ? new RouteRule.Open()
                : RouteRule.of(handler);
    }

    /** By method and pattern, {@code *} for every method. */
    private Map<String, HandlerMethod> routes() {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, handler) -> names(info).forEach(name -> routes.put(name, handler))));
        return routes;
    }

    private static List<String> names(RequestMappingInfo info) {
        List<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        List<String> names = new ArrayList<>();
        for (String method : methods.isEmpty() ? List.of("*") : methods) {
            info.getPatternsCondition()
                    .getPatterns()
                    .forEach(path -> names.add(method + " " + path.getPatternString()));
        }
        return names;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("bereik-matrix");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ResponseBody
    static class Forgotten {
        String everything() {
            return "everything";
        }
    }
}
