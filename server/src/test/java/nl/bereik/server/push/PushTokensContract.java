package nl.bereik.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import nl.bereik.protocol.push.Platform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What every {@link PushTokens} must do. */
abstract class PushTokensContract {
    private static final PushAddress FIRST = address("first", "phone", "anna", "one");
    private static final PushAddress RENEWED = address("renewed", "phone", "anna", "two");
    private static final PushAddress OTHER = address("other", "other", null, "three");

    abstract PushTokens store();

    private static PushAddress address(String install, String phone, @Nullable String holder, String token) {
        return new PushAddress(install, phone, holder, new PushToken(token, Platform.ANDROID));
    }

    private void keep(PushAddress... addresses) {
        for (PushAddress address : addresses) {
            StepVerifier.create(store().keep(address)).verifyComplete();
        }
    }

    private void has(PushAddress... addresses) {
        for (PushAddress address : addresses) {
            StepVerifier.create(store().of(address.install()))
                    .expectNext(address)
                    .verifyComplete();
        }
    }

    private void hasNone(PushAddress... addresses) {
        for (PushAddress address : addresses) {
            StepVerifier.create(store().of(address.install())).verifyComplete();
        }
    }

    @Test
    void theLastTokenOfAnInstallStays() {
        hasNone(FIRST);
        keep(FIRST, OTHER, FIRST);
        has(FIRST, OTHER);
        PushAddress refreshed = new PushAddress("first", "phone", "anna", new PushToken("new", Platform.IOS));
        keep(refreshed);
        has(refreshed, OTHER);
    }

    @Test
    void aTokenIsOfOneInstall() {
        keep(FIRST, OTHER);
        PushAddress same = address("renewed", "phone", "anna", "one");
        keep(same);
        has(same, OTHER);
        hasNone(FIRST);
    }

    @Test
    void aPersonIsFoundOnEveryPhone() {
        keep(FIRST, RENEWED, OTHER);
        assertThat(store().ofHolder("anna").collectList().block()).containsExactlyInAnyOrder(FIRST, RENEWED);
        assertThat(store().ofHolder("nobody").collectList().block()).isEmpty();
    }

    @Test
    void removedIsGone() {
        keep(FIRST, RENEWED, OTHER);
        store().remove("first").block();
        store().remove("first").block();
        hasNone(FIRST);
        has(RENEWED, OTHER);
        keep(FIRST);
        store().removeOfPhone("phone").block();
        store().removeOfPhone("phone").block();
        hasNone(FIRST, RENEWED);
        has(OTHER);
    }

    @Test
    void aTokenThatWasRefreshedMeanwhileIsNotForgotten() {
        keep(FIRST, OTHER);
        PushAddress refreshed = address("first", "phone", "anna", "new");
        keep(refreshed);
        assertThat(store().forget(FIRST).block()).isFalse();
        has(refreshed);
        assertThat(store().forget(refreshed).block()).isTrue();
        hasNone(refreshed);
        assertThat(store().forget(refreshed).block()).isFalse();
        has(OTHER);
    }

    @Test
    void toldTwiceAtOnceIsKeptOnce() {
        Flux.range(0, 8)
                .flatMap(i -> store().keep(FIRST).subscribeOn(Schedulers.parallel()), 8)
                .then()
                .block();
        has(FIRST);
    }
}
