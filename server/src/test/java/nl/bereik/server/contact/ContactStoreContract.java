package nl.bereik.server.contact;

import static nl.bereik.server.ContactSamples.DAY;
import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import nl.bereik.protocol.contact.Channel;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link ContactStore} must do. */
abstract class ContactStoreContract {
    private static final TeamDay TEAM_DAY = new TeamDay("team", DAY);

    abstract ContactStore store();

    @Test
    void keepsEveryField() {
        store().insert(List.of(stored(1, "team", contact(DAY, Channel.ZONE)))).block();
        StepVerifier.create(store().on(Set.of(TEAM_DAY)))
                .expectNext(new CountableContact(id(1), "team", true, contact(DAY, Channel.ZONE)))
                .verifyComplete();
    }

    @Test
    void insertsEachIdOnceAndTellsSameFromOtherContent() {
        StoredContact one = stored(1, "team", contact(DAY, Channel.STREET));
        StoredContact other = stored(1, "team", contact(DAY, Channel.ONLINE));
        StoredContact two = stored(2, "team", contact(DAY, Channel.STREET));
        assertThat(store().insert(List.of(one)).block()).containsExactly(Insertion.INSERTED);
        assertThat(store().insert(List.of(one, two, other)).block())
                .containsExactly(Insertion.SAME_CONTENT, Insertion.INSERTED, Insertion.OTHER_CONTENT);
        assertThat(store().on(Set.of(TEAM_DAY)).collectList().block())
                .extracting(found -> found.contact().channel())
                .containsExactlyInAnyOrder(Channel.STREET, Channel.STREET);
    }

    @Test
    void insertsAnIdThatComesTwiceInOneBatchOnce() {
        StoredContact one = stored(1, "team", contact(DAY, Channel.STREET));
        assertThat(store().insert(List.of(one, one)).block())
                .containsExactly(Insertion.INSERTED, Insertion.SAME_CONTENT);
        assertThat(store().on(Set.of(TEAM_DAY)).count().block()).isEqualTo(1);
    }

    @Test
    void insertsAFullBatch() {
        List<StoredContact> batch = LongStream.rangeClosed(1, 100)
                .mapToObj(i -> stored(i, "team", contact(DAY, Channel.STREET)))
                .toList();
        assertThat(store().insert(batch).block()).hasSize(100).containsOnly(Insertion.INSERTED);
        assertThat(store().insert(batch).block()).hasSize(100).containsOnly(Insertion.SAME_CONTENT);
        assertThat(store().insert(List.of()).block()).isEmpty();
    }

    @Test
    void findsUncountedDaysUntilExactlyTheirContactsAreMarked() {
        store().insert(List.of(
                        stored(1, "team", contact(DAY, Channel.STREET)),
                        stored(2, "team", contact(DAY.plusDays(1), Channel.STREET)),
                        stored(3, "other", contact(DAY, Channel.STREET))))
                .block();
        assertThat(store().uncountedDays(10).block())
                .containsExactlyInAnyOrder(TEAM_DAY, new TeamDay("team", DAY.plusDays(1)), new TeamDay("other", DAY));
        assertThat(store().uncountedDays(2).block()).hasSize(2);

        store().markCounted(List.of(id(1), id(3))).block();
        store().markCounted(List.of()).block();
        assertThat(store().uncountedDays(10).block()).containsExactly(new TeamDay("team", DAY.plusDays(1)));
        assertThat(store().on(Set.of(TEAM_DAY))
                        .map(CountableContact::uncounted)
                        .collectList()
                        .block())
                .containsExactly(false);
    }

    @Test
    void answersTheDaysOfTheTeamsAskedForOnly() {
        store().insert(List.of(
                        stored(1, "team", contact(DAY, Channel.STREET)),
                        stored(2, "team", contact(DAY.plusDays(1), Channel.STREET)),
                        stored(3, "other", contact(DAY, Channel.STREET)),
                        stored(4, "other", contact(DAY.plusDays(1), Channel.STREET))))
                .block();
        assertThat(store().on(Set.of(TEAM_DAY, new TeamDay("other", DAY.plusDays(1))))
                        .map(CountableContact::opId)
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder(id(1), id(4));
        assertThat(store().on(Set.of()).collectList().block()).isEmpty();
    }
}
