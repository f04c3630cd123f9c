package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link ApiKeys} must do. */
abstract class ApiKeysContract {
    private final String one = Secrets.hash("one");
    private final String two = Secrets.hash("two");
    private final String foreign = Secrets.hash("foreign");

    abstract ApiKeys store();

    @Test
    void forgetsOneKeyOrAllOfOneAccount() {
        store().add(one, "worker").block();
        store().add(one, "worker").block();
        store().add(two, "worker").block();
        store().add(foreign, "viewer").block();
        assertThat(store().of("worker").collectList().block())
                .containsExactlyInAnyOrder(ApiKeys.id(one), ApiKeys.id(two));

        store().remove("worker", ApiKeys.id(one)).block();
        store().remove("worker", ApiKeys.id(foreign)).block();
        assertThat(store().accountOf(one).blockOptional()).isEmpty();
        assertThat(store().accountOf(two).block()).isEqualTo("worker");
        assertThat(store().accountOf(foreign).block()).isEqualTo("viewer");

        store().removeAll("worker").block();
        assertThat(store().accountOf(two).blockOptional()).isEmpty();
        assertThat(store().accountOf(foreign).block()).isEqualTo("viewer");
    }
}
