package nl.bereik.server.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.bereik.protocol.json.MalformedJsonException;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.store.StoreUnavailableException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The one place where failures under {@code /sync} and {@code /api} become refusals. */
@Component
@Order(RefusalHandler.BEFORE_BOOT)
final class RefusalHandler implements WebExceptionHandler {
    static final int BEFORE_BOOT = -2;
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Clock clock;

    RefusalHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        String path = exchange.getRequest().getPath().value();
        ServerHttpResponse response = exchange.getResponse();
        boolean ours = path.startsWith("/sync/") || path.startsWith("/api/");
        if (!ours || response.isCommitted()) {
            return Mono.error(page(failure));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Refusal refusal = failure instanceof RefusedException refused
                ? new Refusal(refused.reason(), refused.field(), now)
                : new Refusal(reason(failure), null, now);
        if (refusal.reason().status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            Faults.log(refusal.reason(), failure);
        }
        if (refusal.reason() == Reason.STORE_UNAVAILABLE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (failure instanceof RefusedException refused && refused.retryAfter() != null) {
            long seconds = refused.retryAfter().plusMillis(999).toSeconds();
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        response.setRawStatusCode(refusal.reason().status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(refusal.encode())));
    }

    /** What a page tells of. */
    private static Throwable page(Throwable failure) {
        if (failure instanceof RefusedException refused) {
            return new ResponseStatusException(
                    HttpStatus.valueOf(refused.reason().status()));
        }
        return Faults.isBrokenForm(failure) ? new ResponseStatusException(HttpStatus.BAD_REQUEST) : failure;
    }

    private static Reason reason(Throwable failure) {
        if (failure instanceof StoreUnavailableException) {
            return Reason.STORE_UNAVAILABLE;
        }
        if (failure instanceof MalformedJsonException) {
            return Reason.BROKEN_JSON;
        }
        if (failure instanceof ResponseStatusException status) {
            HttpStatus known = HttpStatus.resolve(status.getStatusCode().value());
            return known == null
                    ? Reason.SERVER_FAULT
                    : switch (known) {
                        case BAD_REQUEST -> Reason.WRONG_TYPE;
                        case NOT_FOUND -> Reason.NOT_FOUND;
                        case METHOD_NOT_ALLOWED -> Reason.METHOD_NOT_ALLOWED;
                        case NOT_ACCEPTABLE -> Reason.NOT_ACCEPTABLE;
                        case UNSUPPORTED_MEDIA_TYPE -> Reason.UNSUPPORTED_MEDIA_TYPE;
                        default -> Reason.SERVER_FAULT;
                    };
        }
        return Reason.SERVER_FAULT;
    }
}
