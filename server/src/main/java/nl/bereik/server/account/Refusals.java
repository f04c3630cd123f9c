package nl.bereik.server.account;

import java.time.Clock;
import nl.bereik.protocol.sync.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses what a script asks for in the words that scripts act on. */
final class Refusals {
    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    ServerAuthenticationEntryPoint of(Refusal.Reason reason) {
        return (exchange, why) -> write(exchange, reason);
    }

    ServerAccessDeniedHandler denied() {
        return (exchange, why) -> write(exchange, Refusal.Reason.NOT_ALLOWED);
    }

    private Mono<Void> write(ServerWebExchange exchange, Refusal.Reason reason) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.valueOf(reason.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (reason == Refusal.Reason.NOT_SIGNED_IN) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        byte[] body = new Refusal(reason, null, clock.instant()).encode();
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
