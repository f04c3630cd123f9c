package nl.bereik.server.push;

import nl.bereik.protocol.push.PushTokenPost;
import nl.bereik.server.install.Belongings;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Knows where phones can be nudged, of those that may sync. Publishers error with StoreUnavailableException. */
@Component
public final class PushAddresses implements Belongings {
    private final PushTokens tokens;
    private final Installs installs;

    public PushAddresses(PushTokens tokens, Installs installs) {
        this.tokens = tokens;
        this.installs = installs;
    }

    /** Keeps or lets go of what an install tells of itself. Empty; safe to repeat. */
    Mono<Void> tell(Install install, PushTokenPost post) {
        if (post.token() == null) {
            return tokens.remove(install.id());
        }
        PushAddress address = new PushAddress(
                install.id(), install.phone(), install.holder(), new PushToken(post.token(), post.platform()));
        // It may have been revoked meanwhile: one of the two sees what the other wrote.
        return tokens.keep(address).then(mayBeNudged(address)).then();
    }

    /** Where a person can be nudged now, in no order; empty when nowhere. */
    public Flux<PushAddress> ofHolder(String account) {
        return tokens.ofHolder(account).filterWhen(this::mayBeNudged);
    }

    /** After Firebase has said that a token is none any more. Empty; one that the install has told since stays. */
    public Mono<Void> forget(PushAddress address) {
        return tokens.forget(address).then();
    }

    @Override
    public Mono<Void> letGo(String phone) {
        return tokens.removeOfPhone(phone);
    }

    private Mono<Boolean> mayBeNudged(PushAddress address) {
        return installs.find(address.install())
                .flatMap(installs::withPhone)
                .map(Install::active)
                .defaultIfEmpty(false)
                .flatMap(active -> active
                        ? Mono.just(true)
                        : tokens.remove(address.install()).thenReturn(false));
    }
}
