package nl.bereik.server.teamkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.mobile.teamkey.TeamKeys.NewPhone;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.MemoryInstalls;
import reactor.core.publisher.Mono;

/** The phones of a team and the exchange of its key, with their own code, over memory. */
final class KeyStand {
    static final Instant NOON = Instant.parse("2025-06-01T10:00:00Z");

    final MemoryInstalls installs = new MemoryInstalls();
    final MemoryTeamKeyStore store = new MemoryTeamKeyStore();
    final MemoryAuditTrail audit = new MemoryAuditTrail();
    final KeyExchange exchange = new KeyExchange(
            store, installs, phones -> Mono.justOrEmpty(phones.stream().findFirst()), audit);
    private int made;

    /** One that is enrolled and approved, after all others. */
    StoryPhone phone(String name) {
        StoryPhone fresh = new StoryPhone(name, made + 1);
        installs.add(fresh.install(NOON.plusSeconds(made))).block();
        made++;
        return fresh;
    }

    /** A phone to which the keeper has handed the key. */
    StoryPhone joined(StoryPhone keeper, String name) {
        sync(keeper);
        StoryPhone fresh = phone(name);
        SixDigits seen = compare(keeper, fresh);
        keeper.keys().confirm(name, seen);
        fresh.keys().confirmKeeper(seen);
        sync(keeper);
        sync(fresh);
        assertThat(fresh.keys().current()).isEqualTo(keeper.keys().current());
        return fresh;
    }

    /** The digits that both show; those of the only phone that waits. */
    SixDigits compare(StoryPhone keeper, StoryPhone fresh) {
        sync(fresh);
        sync(keeper);
        sync(fresh);
        sync(keeper);
        SixDigits shown = fresh.keys().digits().orElseThrow();
        assertThat(keeper.keys().newPhones())
                .extracting(NewPhone::phone, NewPhone::digits)
                .containsExactly(tuple(fresh.name, shown));
        return shown;
    }

    void sync(StoryPhone phone) {
        phone.sync(exchange, install(phone.name));
    }

    Install install(String name) {
        return installs.find(name).blockOptional().orElseThrow();
    }

    static int epoch(StoryPhone phone) {
        return phone.keys().current().map(TeamKey::epoch).orElse(0);
    }
}
