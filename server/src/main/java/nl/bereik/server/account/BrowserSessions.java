package nl.bereik.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who has signed in in the browser that sends a request. The session and the account are read for each request, so that
 * what is changed of an account holds from the next request on, on every server.
 */
@Component
public class BrowserSessions implements ServerSecurityContextRepository {
    /** Sent by scripts of the page that ask by themselves; nobody is there because of that. */
    static final String BY_ITSELF = "X-Part";

    private static final String LOADED = BrowserSessions.class.getName();
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Accounts accounts;
    private final People people;
    private final AccountProperties limits;
    private final Clock clock;
    private final RandomGenerator random;

    BrowserSessions(
            Sessions sessions,
            Accounts accounts,
            People people,
            AccountProperties limits,
            Clock clock,
            RandomGenerator random) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.people = people;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Until when somebody stays signed in.
     *
     * @param idleAt when nothing is done from now on
     * @param latestAt whatever is done
     * @param withoutSecondStep whether the account can do much and has no second step
     */
    public record Ends(Instant idleAt, Instant latestAt, boolean withoutSecondStep) {
        public Instant first() {
            return idleAt.isBefore(latestAt) ? idleAt : latestAt;
        }
    }

    /** Until when the session of a request lasts; null when nobody has signed in. */
    public static @Nullable Ends ends(ServerWebExchange exchange) {
        return exchange.getAttribute(Ends.class.getName());
    }

    /** Begins a session under a new token, and ends the one there was in this browser. */
    Mono<Void> begin(ServerWebExchange exchange, Account account, boolean codeGiven) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String token = Secrets.random(random);
        Session session = new Session(Secrets.hash(token), account.name(), account.stamp(), codeGiven, now, now);
        return end(exchange)
                .then(sessions.add(session, now.minus(limits.longest())))
                .then(Mono.fromRunnable(() -> Cookies.SESSION.set(exchange, token)));
    }

    /** Ends the session of a request. */
    Mono<Void> end(ServerWebExchange exchange) {
        String token = Cookies.SESSION.get(exchange);
        if (token == null) {
            return Mono.empty();
        }
        return sessions.end(Secrets.hash(token)).then(Mono.fromRunnable(() -> Cookies.SESSION.clear(exchange)));
    }

    /** Empty when nobody has signed in, or no longer. */
    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        Mono<SecurityContext> loaded = exchange.getAttribute(LOADED);
        if (loaded == null) {
            loaded = read(exchange)
                    .<SecurityContext>map(SecurityContextImpl::new)
                    .cache();
            exchange.getAttributes().put(LOADED, loaded);
        }
        return loaded;
    }

    /** Not used: sessions begin by {@link #begin} and end by {@link #end}. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    private Mono<SignedIn> read(ServerWebExchange exchange) {
        String token = Cookies.SESSION.get(exchange);
        if (token == null) {
            return Mono.empty();
        }
        return sessions.find(Secrets.hash(token)).flatMap(session -> {
            Instant now = clock.instant();
            Instant latest = session.beganAt().plus(limits.longest());
            if (!now.isBefore(latest) || !now.isBefore(session.seenAt().plus(limits.idle()))) {
                return end(exchange).then(Mono.empty());
            }
            return accounts.find(session.account())
                    .filter(account -> !account.disabled() && account.stamp() == session.stamp())
                    .flatMap(account -> noteSeen(exchange, session, now).map(seenAt -> {
                        Ends ends = new Ends(seenAt.plus(limits.idle()), latest, people.shouldHaveSecondStep(account));
                        exchange.getAttributes().put(Ends.class.getName(), ends);
                        return new SignedIn(people.inSession(account, session.codeGiven()));
                    }));
        });
    }

    private Mono<Instant> noteSeen(ServerWebExchange exchange, Session session, Instant now) {
        if (asksByItself(exchange.getRequest())) {
            return Mono.just(session.seenAt());
        }
        return now.isBefore(session.seenAt().plus(NOTED_EVERY))
                ? Mono.just(session.seenAt())
                : sessions.seen(session.id(), now).thenReturn(now);
    }

    private static boolean asksByItself(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return headers.getFirst(BY_ITSELF) != null
                || MediaType.TEXT_EVENT_STREAM_VALUE.equals(headers.getFirst(HttpHeaders.ACCEPT));
    }
}
