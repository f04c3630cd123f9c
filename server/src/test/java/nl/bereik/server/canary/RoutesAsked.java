package nl.bereik.server.canary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Which routes have done what they are for, so that none is left out. */
final class RoutesAsked implements WebFilter {
    private final Set<String> answered = new ConcurrentSkipListSet<>();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    HttpStatusCode status = exchange.getResponse().getStatusCode();
                    Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
                    if (pattern != null && (status == null || !status.isError())) {
                        answered.add(exchange.getRequest().getMethod() + " " + pattern);
                    }
                }));
        return chain.filter(exchange);
    }

    /** The application's own that were not asked for, or never answered well. */
    Set<String> left(Collection<RequestMappingInfoHandlerMapping> mappings) {
        Set<String> left = new TreeSet<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("nl.bereik.")) {
                left.addAll(names(info));
            }
        }));
        left.removeAll(answered);
        return left;
    }

    private static List<String> names(RequestMappingInfo info) {
        List<String> names = new ArrayList<>();
        info.getMethodsCondition().getMethods().forEach(method -> info.getPatternsCondition()
                .getPatterns()
                .forEach(pattern -> names.add(method + " " + pattern.getPatternString())));
        return names;
    }
}
