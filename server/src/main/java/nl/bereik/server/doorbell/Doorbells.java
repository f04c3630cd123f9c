package nl.bereik.server.doorbell;

import java.time.Duration;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.need.NeedBell;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Rings at the phones of a team, and says nothing about what for. */
@Component
class Doorbells {
    /** Shorter than the minute after which proxies hang up; and how long a revoked phone may go on listening. */
    static final Duration STILL_THERE = Duration.ofSeconds(20);

    /** The phone then comes back with a fresh proof. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** However much happens at once, a phone pulls no oftener because of it. */
    static final Duration BETWEEN_RINGS = Duration.ofSeconds(1);

    private final Flux<String> teams;
    private final Installs installs;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    private enum Told {
        RING,
        STILL_THERE,
        NOT_WELCOME
    }

    @Autowired
    Doorbells(NeedBell bell, Installs installs) {
        this(bell.rings(), installs);
    }

    /** @param teams the team each time something of it may have changed */
    Doorbells(Flux<String> teams, Installs installs) {
        this.teams = teams;
        this.installs = installs;
    }

    /**
     * {@code changed} events without content and comments in between. The first event comes once rings are listened
     * for, since something may have changed since the phone last pulled. Ends after a while, when the phone was
     * revoked, and with the server; never with an error.
     */
    Flux<ServerSentEvent<String>> at(Install install) {
        Flux<Told> rings = Flux.merge(teams.filter(install.team()::equals), Flux.just(install.team()))
                .onBackpressureLatest()
                .concatMap(
                        team -> Flux.just(Told.RING)
                                .concatWith(Mono.delay(BETWEEN_RINGS).then(Mono.empty())),
                        0);
        Flux<Told> beats = Flux.interval(STILL_THERE).onBackpressureDrop().concatMap(beat -> welcome(install), 1);
        return Flux.merge(rings, beats)
                .takeWhile(told -> told != Told.NOT_WELCOME)
                .map(Doorbells::event)
                .take(LONGEST)
                .takeUntilOther(closing.asMono());
    }

    private Mono<Told> welcome(Install install) {
        return installs.find(install.id())
                .flatMap(installs::withPhone)
                .map(now -> now.active() ? Told.STILL_THERE : Told.NOT_WELCOME)
                .defaultIfEmpty(Told.NOT_WELCOME)
                // Who may sync is asked again when the phone does so.
                .onErrorReturn(Told.STILL_THERE);
    }

    private static ServerSentEvent<String> event(Told told) {
        return told == Told.RING
                ? ServerSentEvent.builder("").event(SyncPaths.DOORBELL_RING).build()
                : ServerSentEvent.<String>builder().comment("").build();
    }

    /** Phones that listen would otherwise hold up the server's end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
    }
}
