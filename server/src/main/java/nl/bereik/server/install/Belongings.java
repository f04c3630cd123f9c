package nl.bereik.server.install;

import reactor.core.publisher.Mono;

/** Something that is kept for phones and goes when a phone is revoked; a port that other features fill. */
public interface Belongings {
    /**
     * Lets go of what is kept for a phone. Empty; repeatable. Errors with StoreUnavailableException.
     *
     * @param phone the first install of the phone
     */
    Mono<Void> letGo(String phone);
}
