package nl.bereik.server.contact;

import static nl.bereik.server.ContactSamples.DAY;
import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link ContactStore} must do. */
abstract class ContactStoreContract {
    private static final LocalDate NEXT = DAY.plusDays(1);
    private static final TeamDay TEAM_DAY = new TeamDay("team", DAY);

    abstract ContactStore store();

    @Test
    void keepsEveryField() {
        store().insert(List.of(stored(1, "team", contact(DAY, Channel.ZONE)))).block();
        StepVerifier.create(store().on(Set.of(TEAM_DAY)))
                .expectNext(new CountableContact(
                        id(1),
                        "team",
                        1,
                        true,
                        Set.of(DAY),
                        List.of(new Told(id(1), Told.FIRST, contact(DAY, Channel.ZONE))),
                        null,
                        false))
                .verifyComplete();
    }

    @Test
    void keepsASealedNoteAsItCame() {
        ContactMoment noted = contact(DAY, Channel.ZONE).withNote(note(7));
        store().insert(List.of(stored(1, "team", noted))).block();
        assertThat(only().contact()).isEqualTo(noted);
        StepVerifier.create(store().noted(Set.of(TEAM_DAY)))
                .expectNext(new NotedContact(id(1), id(1), "phone", noted, note(7)))
                .verifyComplete();
    }

    @Test
    void tellsTheNotesOfTheDaysAndTeamsAskedForNewestFirst() {
        store().insert(List.of(
                        stored(1, "team", contact(DAY, Channel.STREET).withNote(note(1))),
                        stored(2, "team", contact(NEXT, Channel.STREET).withNote(note(2))),
                        stored(
                                3,
                                "team",
                                contact(NEXT.plusDays(1), Channel.STREET).withNote(note(3))),
                        stored(4, "other", contact(DAY, Channel.STREET).withNote(note(4))),
                        stored(5, "team", contact(DAY, Channel.STREET))))
                .block();
        assertThat(notes(TEAM_DAY, new TeamDay("team", NEXT))).containsExactly(id(2), id(1));
        assertThat(notes(new TeamDay("other", DAY), new TeamDay("team", NEXT.plusDays(1))))
                .containsExactly(id(3), id(4));
        assertThat(store().noted(Set.of()).collectList().block()).isEmpty();
    }

    @Test
    void aNoteIsThatOfTheLastTellingAndOnItsDay() {
        ContactMoment first = contact(DAY, Channel.STREET).withNote(note(1));
        store().insert(List.of(stored(1, "team", first))).block();
        ContactMoment moved = contact(NEXT, Channel.STREET).withNote(note(2));
        store().correct(List.of(correction(2, 1, 2, "team", moved))).block();
        assertThat(notes(TEAM_DAY)).as("it is on another day now").isEmpty();
        StepVerifier.create(store().noted(Set.of(TEAM_DAY, new TeamDay("team", NEXT))))
                .expectNext(new NotedContact(id(1), id(2), "phone", moved, note(2)))
                .verifyComplete();
        store().correct(List.of(correction(3, 1, 3, "team", contact(NEXT, Channel.STREET))))
                .block();
        assertThat(notes(TEAM_DAY, new TeamDay("team", NEXT)))
                .as("told without one")
                .isEmpty();
        store().correct(List.of(correction(4, 1, 4, "team", first))).block();
        assertThat(notes(TEAM_DAY)).containsExactly(id(1));
        store().correct(List.of(correction(5, 1, 5, "team", null))).block();
        assertThat(notes(TEAM_DAY)).as("taken back").isEmpty();
    }

    @Test
    void aNoteOfACorrectionThatCameFirstIsThere() {
        ContactMoment moved = contact(NEXT, Channel.STREET).withNote(note(2));
        store().correct(List.of(correction(2, 1, 2, "team", moved))).block();
        assertThat(notes(new TeamDay("team", NEXT))).containsExactly(id(1));
        store().insert(List.of(stored(1, "team", contact(DAY, Channel.STREET).withNote(note(1)))))
                .block();
        assertThat(notes(TEAM_DAY, new TeamDay("team", NEXT))).containsExactly(id(1));
        store().correct(List.of(
                        correction(3, 1, 3, "team", contact(DAY, Channel.STREET).withNote(note(3)))))
                .block();
        assertThat(notes(TEAM_DAY)).containsExactly(id(1));
    }

    private List<UUID> notes(TeamDay... days) {
        return Objects.requireNonNull(store().noted(Set.of(days))
                .map(NotedContact::contact)
                .collectList()
                .block());
    }

    private static SealedText note(int content) {
        byte[] sealed = new byte[SealedText.MIN_BYTES];
        Arrays.fill(sealed, (byte) content);
        return new SealedText(content, sealed);
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
                .extracting(CountableContact::contact)
                .extracting(ContactMoment::channel)
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

        store().markCounted(Objects.requireNonNull(store().on(Set.of(TEAM_DAY, new TeamDay("other", DAY)))
                        .map(ContactStoreContract::standing)
                        .collectList()
                        .block()))
                .block();
        store().markCounted(List.of()).block();
        assertThat(store().uncountedDays(10).block()).containsExactly(new TeamDay("team", DAY.plusDays(1)));
        assertThat(store().on(Set.of(TEAM_DAY))
                        .map(CountableContact::uncounted)
                        .collectList()
                        .block())
                .containsExactly(false);
    }

    @Test
    void theHighestVersionHoldsInWhateverOrderItArrives() {
        StoredCorrection second = correction(2, 1, 2, "team", contact(NEXT, Channel.ZONE));
        StoredCorrection third = correction(3, 1, 3, "team", null);
        store().insert(List.of(stored(1, "team", contact(DAY, Channel.STREET)))).block();
        assertThat(store().correct(List.of(third)).block()).containsExactly(Insertion.INSERTED);
        assertThat(only().contact()).as("taken back").isNull();
        assertThat(store().correct(List.of(second)).block()).containsExactly(Insertion.INSERTED);
        assertThat(only().contact()).as("still taken back").isNull();
        assertThat(only().days()).containsExactlyInAnyOrder(DAY, NEXT);
        assertThat(store().on(Set.of(new TeamDay("team", NEXT))).count().block())
                .isEqualTo(1);
        assertThat(store().correct(List.of(correction(4, 1, 4, "team", contact(NEXT, Channel.ZONE))))
                        .block())
                .containsExactly(Insertion.INSERTED);
        assertThat(only().contact()).isEqualTo(contact(NEXT, Channel.ZONE));
        assertThat(store().correct(List.of(second)).block()).containsExactly(Insertion.SAME_CONTENT);
    }

    @Test
    void aCorrectionMayArriveBeforeItsContact() {
        StoredCorrection second = correction(2, 1, 2, "team", contact(NEXT, Channel.ZONE));
        assertThat(store().correct(List.of(second, second)).block())
                .containsExactly(Insertion.INSERTED, Insertion.SAME_CONTENT);
        assertThat(store().insert(List.of(stored(1, "team", contact(DAY, Channel.STREET))))
                        .block())
                .containsExactly(Insertion.INSERTED);
        assertThat(store().insert(List.of(stored(1, "team", contact(DAY, Channel.STREET))))
                        .block())
                .containsExactly(Insertion.SAME_CONTENT);
        assertThat(store().insert(List.of(stored(1, "team", contact(DAY, Channel.ZONE))))
                        .block())
                .containsExactly(Insertion.OTHER_CONTENT);
        CountableContact now = only();
        assertThat(now.contact()).isEqualTo(contact(NEXT, Channel.ZONE));
        assertThat(now.days()).containsExactlyInAnyOrder(DAY, NEXT);
        assertThat(now.uncounted()).isTrue();
    }

    @Test
    void aContactOfAnotherTeamIsNotCorrected() {
        store().insert(List.of(stored(1, "team", contact(DAY, Channel.STREET)))).block();
        assertThat(store().correct(List.of(correction(2, 1, 2, "other", null))).block())
                .containsExactly(Insertion.OTHER_CONTENT);
        assertThat(store().correct(List.of(correction(3, 1, 2, "team", null), correction(3, 1, 3, "team", null)))
                        .block())
                .containsExactly(Insertion.INSERTED, Insertion.OTHER_CONTENT);
    }

    @Test
    void aCorrectionAfterReadingKeepsTheMark() {
        store().insert(List.of(stored(1, "team", contact(DAY, Channel.STREET)))).block();
        CountableContact read = only();
        store().correct(List.of(correction(2, 1, 2, "team", contact(NEXT, Channel.ZONE))))
                .block();
        store().markCounted(List.of(standing(read))).block();
        assertThat(store().uncountedDays(1).block())
                .as("all days of a contact, even beyond the limit")
                .containsExactlyInAnyOrder(TEAM_DAY, new TeamDay("team", NEXT));
        store().markCounted(List.of(standing(only()))).block();
        assertThat(store().uncountedDays(10).block()).isEmpty();
    }

    @Test
    void keepsWhereAContactCountsAndWhatCameTooLate() {
        store().insert(List.of(stored(1, "team", contact(DAY, Channel.STREET)))).block();
        store().markCounted(List.of(standing(only()))).block();
        assertThat(only().counted()).isEqualTo(new Counted(DAY, Told.FIRST));
        store().correct(List.of(correction(2, 1, 2, "team", contact(NEXT, Channel.ZONE))))
                .block();
        Standing late = Standing.of(only(), DAY::equals);
        assertThat(late.counted()).isEqualTo(new Counted(DAY, Told.FIRST));

        store().markCounted(List.of(late)).block();

        ReportingPeriod halfYear = ReportingPeriod.halfYearOf(DAY);
        assertThat(only().uncounted()).isFalse();
        assertThat(only().counted()).isEqualTo(new Counted(DAY, Told.FIRST));
        assertThat(store().countLate(halfYear).block()).isEqualTo(1);
        assertThat(store().countLate(halfYear.next()).block()).isZero();
        assertThat(store().late(halfYear).collectList().block()).containsExactly(only());
        assertThat(store().late(halfYear.next()).collectList().block()).isEmpty();

        store().correct(List.of(correction(3, 1, 3, "team", null))).block();
        store().markCounted(List.of(standing(only()))).block();
        assertThat(only().counted()).isEqualTo(Counted.NOWHERE);
        assertThat(store().countLate(halfYear).block()).isZero();
    }

    @Test
    void whatIsTakenInStandsWhereItIsSaidAndIsLookedAtAgain() {
        store().insert(List.of(stored(1, "team", contact(DAY, Channel.STREET)))).block();
        store().markCounted(List.of(Standing.of(only(), DAY::equals))).block();
        assertThat(only().counted()).isEqualTo(Counted.NOWHERE);
        CountableContact before = only();
        Counted counted = before.asTold();
        store().takeIn(Map.of(before.opId(), counted, id(9), Counted.NOWHERE)).block();

        assertThat(store().countLate(ReportingPeriod.halfYearOf(DAY)).block()).isZero();
        assertThat(only().counted()).isEqualTo(new Counted(DAY, Told.FIRST));
        assertThat(only().uncounted()).isTrue();
        assertThat(store().on(Set.of(TEAM_DAY)).collectList().block()).hasSize(1);
        store().markCounted(List.of(Standing.of(before, DAY::equals))).block();
        assertThat(only().counted()).as("as it was read before").isEqualTo(counted);
        store().takeIn(Map.of(before.opId(), Counted.NOWHERE)).block();
        assertThat(only().counted()).isEqualTo(Counted.NOWHERE);
    }

    @Test
    void aFenceKeepsWhatWasReadBeforeFromBeingMarked() {
        store().insert(List.of(
                        stored(1, "team", contact(DAY, Channel.STREET)),
                        stored(2, "other", contact(DAY, Channel.STREET))))
                .block();
        CountableContact read = only();
        CountableContact other = Objects.requireNonNull(
                store().on(Set.of(new TeamDay("other", DAY))).single().block());
        store().fence(Set.of(TEAM_DAY)).block();

        store().markCounted(List.of(standing(read), standing(other))).block();

        assertThat(only().uncounted()).isTrue();
        assertThat(store().uncountedDays(10).block()).containsExactly(TEAM_DAY);
        store().markCounted(List.of(standing(only()))).block();
        assertThat(store().uncountedDays(10).block()).isEmpty();
    }

    @Test
    void removesOnlyWhatIsCountedAndHasNotChanged() {
        store().insert(List.of(
                        stored(1, "team", contact(DAY, Channel.STREET)),
                        stored(2, "team", contact(DAY, Channel.STREET)),
                        stored(3, "team", contact(DAY, Channel.STREET))))
                .block();
        List<CountableContact> uncounted = onDay();
        assertThat(store().remove(uncounted).block()).isZero();
        store().markCounted(
                        uncounted.stream().map(ContactStoreContract::standing).toList())
                .block();
        List<CountableContact> read = onDay();
        store().correct(List.of(correction(4, 2, 2, "team", null))).block();

        assertThat(store().remove(read).block()).isEqualTo(2);
        assertThat(store().remove(read).block()).isZero();
        assertThat(onDay()).extracting(CountableContact::opId).containsExactly(id(2));
        assertThat(onDay().get(0).items()).containsExactlyInAnyOrder(id(2), id(4));
    }

    private List<CountableContact> onDay() {
        return Objects.requireNonNull(store().on(Set.of(TEAM_DAY)).collectList().block());
    }

    private static Standing standing(CountableContact contact) {
        return Standing.of(contact, day -> false);
    }

    private CountableContact only() {
        return Objects.requireNonNull(store().on(Set.of(TEAM_DAY)).single().block());
    }

    private static StoredCorrection correction(
            long number, long corrects, long version, String team, @Nullable ContactMoment contact) {
        ContactCorrection correction = new ContactCorrection(id(corrects), version, contact);
        PushItem item = new PushItem(
                id(number), number, CorrectionCodec.KIND, CorrectionCodec.SCHEMA, CorrectionCodec.encode(correction));
        return StoredCorrection.of("phone", team, item, ContentHash.of(item), correction, DAY);
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
