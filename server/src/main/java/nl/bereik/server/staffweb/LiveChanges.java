package nl.bereik.server.staffweb;

import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells open pages that what they show has changed, and nothing about what. */
@Component
class LiveChanges {
    /** Shorter than the minute after which proxies hang up. */
    private static final Duration STILL_THERE = Duration.ofSeconds(20);

    /** A page that is still open then comes back by itself, and its sign-in is looked at anew. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Sinks.Empty<Void> closing = Sinks.empty();

    /**
     * {@code changed} events and comments in between; ends after a while. The first event comes once changes are
     * listened for, since something may have changed between the making of the page and then.
     *
     * @param rings one for each change
     */
    Flux<ServerSentEvent<String>> events(Flux<?> rings) {
        Flux<ServerSentEvent<String>> changed = Flux.merge(rings, Flux.just(true))
                .onBackpressureLatest()
                .map(rung -> ServerSentEvent.builder("").event("changed").build());
        Flux<ServerSentEvent<String>> stillThere = Flux.interval(STILL_THERE)
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.<String>builder().comment("").build());
        return Flux.merge(changed, stillThere).take(LONGEST).takeUntilOther(closing.asMono());
    }

    /** Open pages would otherwise hold up the server's end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
    }
}
