package nl.bereik.server.web;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.store.StoreUnavailableException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webflux.autoconfigure.error.DefaultErrorWebExceptionHandler;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * Shows a page of its status for what fails elsewhere than {@link RefusalHandler} answers, and answers last for all:
 * with a line of text when that page fails too, and by cutting off what had begun already.
 */
@Component
@Order(PageFaults.INSTEAD_OF_BOOT)
final class PageFaults extends DefaultErrorWebExceptionHandler {
    static final int INSTEAD_OF_BOOT = -1;
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final MessageSource words;

    PageFaults(
            ErrorAttributes attributes,
            WebProperties web,
            ObjectProvider<ViewResolver> views,
            ServerCodecConfigurer codecs,
            ApplicationContext context) {
        super(attributes, web.getResources(), web.getError(), context);
        this.words = context;
        setViewResolvers(views.orderedStream().toList());
        setMessageReaders(codecs.getReaders());
        setMessageWriters(codecs.getWriters());
    }

    /** What is handed on when an answer has to be cut off; tells nothing, for whoever gets it logs it. */
    private static final class CutOffException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        CutOffException() {
            super(null, null, false, false);
        }
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return super.handle(exchange, failure).onErrorResume(left -> last(exchange, left));
    }

    @Override
    protected void logError(ServerRequest request, ServerResponse response, Throwable failure) {
        if (response.statusCode().is5xxServerError()) {
            log(failure);
        }
    }

    private Mono<Void> last(ServerWebExchange exchange, Throwable failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return Mono.error(failure);
        }
        log(failure);
        ServerHttpResponse response = exchange.getResponse();
        if (!response.setStatusCode(HttpStatus.INTERNAL_SERVER_ERROR)) {
            return Mono.error(new CutOffException());
        }
        Locale locale = exchange.getLocaleContext().getLocale();
        String text = words.getMessage("error.fault.title", null, locale == null ? Locale.ROOT : locale);
        response.getHeaders().setContentType(TEXT);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static void log(Throwable failure) {
        Faults.log(
                failure instanceof StoreUnavailableException ? Reason.STORE_UNAVAILABLE : Reason.SERVER_FAULT, failure);
    }
}
