package nl.bereik.server.access;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the rule of the route that a request takes, by asking the same mappings that will lead it to its handler. Only
 * handlers of the framework have no rule beside them: what is open of those stands here, the rest is closed.
 */
@Component
public class Routes {
    private static final RouteRule NOBODY = new RouteRule.Nobody();
    private static final RouteRule OPEN = new RouteRule.Open();
    private static final List<PathPattern> FILES =
            patterns("/css/**", "/js/**", "/fonts/**", "/webjars/**", "/favicon.svg");
    private static final List<PathPattern> HEALTH = patterns("/actuator/health");

    private final ObjectProvider<DispatcherHandler> dispatcher;

    Routes(ObjectProvider<DispatcherHandler> dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * The rule of a request's route; that of nobody when no route fits. Errors as the mappings do, such as when a path
     * is there for other methods.
     */
    public Mono<RouteRule> ruleOf(ServerWebExchange exchange) {
        List<HandlerMapping> mappings = dispatcher.getObject().getHandlerMappings();
        return Flux.fromIterable(mappings == null ? List.<HandlerMapping>of() : mappings)
                .concatMap(mapping -> mapping.getHandler(exchange))
                .next()
                .map(handler -> rule(handler, exchange))
                .defaultIfEmpty(NOBODY);
    }

    private static RouteRule rule(Object handler, ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (handler instanceof ResourceWebHandler) {
            return fits(FILES, path) ? OPEN : NOBODY;
        }
        if (!(handler instanceof HandlerMethod method)) {
            return NOBODY;
        }
        if (method.getBeanType().getName().startsWith("org.springframework.boot.")) {
            boolean reads = HttpMethod.GET.equals(exchange.getRequest().getMethod());
            return reads && fits(HEALTH, path) ? OPEN : NOBODY;
        }
        return RouteRule.of(method);
    }

    private static boolean fits(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static List<PathPattern> patterns(String... patterns) {
        return List.of(patterns).stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }
}
