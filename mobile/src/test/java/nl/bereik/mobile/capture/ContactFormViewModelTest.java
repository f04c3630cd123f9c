package nl.bereik.mobile.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.PermitStatus;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.reference.ReferenceData;
import org.junit.jupiter.api.Test;

class ContactFormViewModelTest {
    private static final UUID ID = new UUID(1, 2);
    private static final TextSealer NO_KEY = new TextSealer(KeySamples.keys());

    private final MovableClock clock = new MovableClock(PhoneSamples.EVENING);
    private final List<ContactMoment> stored = new ArrayList<>();
    private final List<UUID> told = new ArrayList<>();

    @Test
    void aNightBelongsToTheDayOnWhichItBegan() {
        clock.pass(Duration.between(clock.instant(), Instant.parse("2026-03-07T00:40:00Z")));
        ContactFormViewModel form = form(Draft.EMPTY);
        assertThat(form.fields().on().get()).isEqualTo(PhoneSamples.SHIFT);
        assertThat(form.fields().dayPart().get()).isEqualTo(DayPart.NIGHT);
    }

    @Test
    void theClockChoosesThePartOfTheDay() {
        assertThat(form(Draft.EMPTY).fields().dayPart().get()).isEqualTo(DayPart.EVENING);
        clock.pass(Duration.ofHours(12));
        assertThat(form(Draft.EMPTY).fields().dayPart().get()).isEqualTo(DayPart.MORNING);
        clock.pass(Duration.ofHours(4));
        assertThat(form(Draft.EMPTY).fields().dayPart().get()).isEqualTo(DayPart.AFTERNOON);
    }

    @Test
    void withWhatWasLastUsedFourTapsMakeAContact() {
        ContactFormViewModel form = form(lastUsed());
        assertThat(form.detailsOpenProperty().get()).isFalse();
        fillWho(form);
        form.fields().topics().add(Topic.HOUSING);
        form.save();
        assertThat(told).containsExactly(ID);
        ContactMoment contact = stored.get(0);
        assertThat(contact.channel()).isEqualTo(Channel.ZONE);
        assertThat(contact.area()).isEqualTo("Nijmegen");
        assertThat(contact.workForm()).isEqualTo(WorkForm.STREET);
        assertThat(contact.topics()).containsExactly(Topic.HOUSING);
        assertThat(contact.codeGiven()).isFalse();
    }

    @Test
    void whatIsMissingIsToldPerFieldAndNothingIsStored() {
        ContactFormViewModel form = form(lastUsed());
        form.fields().gender().set(Gender.WOMAN);
        form.save();
        assertThat(stored).isEmpty();
        assertThat(form.problemsProperty().get())
                .containsOnlyKeys(Field.AGE_BAND, Field.ENCOUNTER)
                .containsValue(Reason.MISSING_FIELD);
        assertThat(form.firstProblem()).contains(Field.AGE_BAND);
    }

    @Test
    void aProblemLeavesWhenItsFieldIsChanged() {
        ContactFormViewModel form = form(lastUsed());
        form.save();
        form.fields().gender().set(Gender.MAN);
        assertThat(form.problemsProperty().get())
                .doesNotContainKey(Field.GENDER)
                .containsKey(Field.AGE_BAND);
    }

    @Test
    void aFirstContactOpensTheDetails() {
        assertThat(form(Draft.EMPTY).detailsOpenProperty().get()).isTrue();
    }

    @Test
    void theDayMovesNeitherIntoTheFutureNorFarBack() {
        ContactFormViewModel form = form(Draft.EMPTY);
        assertThat(form.canGoForward()).isFalse();
        form.moveDay(1);
        assertThat(form.fields().on().get()).isEqualTo(PhoneSamples.SHIFT);
        form.moveDay(-100);
        assertThat(form.fields().on().get()).isEqualTo(PhoneSamples.SHIFT.minusDays(14));
        assertThat(form.canGoBack()).isFalse();
    }

    @Test
    void aPermitIsKeptForTheZoneOnly() {
        ContactFormViewModel form = form(lastUsed());
        fillWho(form);
        form.fields().permit().set(PermitStatus.WITHOUT);
        form.save();
        form.fields().channel().set(Channel.STREET);
        form.save();
        assertThat(stored).extracting(ContactMoment::permit).containsExactly(PermitStatus.WITHOUT, null);
    }

    @Test
    void aFullDiskKeepsTheFormAndSavingCanBeTriedAgain() {
        JournalException full = new JournalException(JournalException.Reason.DISK_FULL, "full");
        boolean[] room = {false};
        ContactFormViewModel form = new ContactFormViewModel(
                ReferenceData.gelderlandZuid(),
                clock,
                Background.direct(),
                lastUsed(),
                List.of(),
                NO_KEY,
                telling -> {
                    if (!room[0]) {
                        throw full;
                    }
                    return store(telling);
                },
                told::add);
        fillWho(form);
        form.save();
        assertThat(form.troubleProperty().get()).isEqualTo(SaveTrouble.DISK_FULL);
        assertThat(form.fields().gender().get()).isEqualTo(Gender.WOMAN);
        assertThat(told).isEmpty();
        room[0] = true;
        form.save();
        assertThat(form.troubleProperty().get()).isEqualTo(SaveTrouble.NONE);
        assertThat(told).containsExactly(ID);
    }

    @Test
    void savingTwiceWhileTheDiskIsBusyStoresOnce() {
        List<Runnable> work = new ArrayList<>();
        ContactFormViewModel form = new ContactFormViewModel(
                ReferenceData.gelderlandZuid(),
                clock,
                new Background(work::add, Runnable::run),
                lastUsed(),
                List.of(),
                NO_KEY,
                this::store,
                told::add);
        fillWho(form);
        form.save();
        form.save();
        assertThat(work).hasSize(1);
    }

    @Test
    void whatTheServerRefusedIsShownWithItsReason() {
        ContactFormViewModel form = new ContactFormViewModel(
                ReferenceData.gelderlandZuid(),
                clock,
                Background.direct(),
                lastUsed(),
                List.of(new FieldProblem("on", Reason.DATE_IN_FUTURE), new FieldProblem("", Reason.UNKNOWN_KIND)),
                NO_KEY,
                this::store,
                told::add);
        assertThat(form.problemsProperty().get()).containsEntry(Field.ON, Reason.DATE_IN_FUTURE);
        assertThat(form.detailsOpenProperty().get()).isTrue();
        form.moveDay(-1);
        assertThat(form.problemsProperty().get()).isEmpty();
    }

    @Test
    void onlyAChangeCountsAsTouched() {
        ContactFormViewModel form = form(lastUsed());
        assertThat(form.touched()).isFalse();
        form.fields().topics().add(Topic.EXIT);
        assertThat(form.touched()).isTrue();
    }

    @Test
    void anAreaThatIsNoLongerOfferedMustBeChosenAgain() {
        Draft elsewhere = Draft.of(ContactCodec.encode(PhoneSamples.contact()));
        ContactFormViewModel form = form(elsewhere);
        form.fields().area().set("Atlantis");
        form.save();
        assertThat(form.problemsProperty().get()).containsEntry(Field.AREA, Reason.UNKNOWN_CODE);
    }

    @Test
    void aDraftKeepsWhatItCanReadOfABrokenBody() {
        Draft draft = Draft.of(
                Json.readObject(
                        "{\"on\":\"soon\",\"channel\":\"ZONE\",\"gender\":3,\"topics\":[\"EXIT\",\"CHESS\"],\"area\":\"Tiel\"}"));
        assertThat(draft.on()).isNull();
        assertThat(draft.channel()).isEqualTo(Channel.ZONE);
        assertThat(draft.gender()).isNull();
        assertThat(draft.topics()).containsExactly(Topic.EXIT);
        assertThat(draft.area()).isEqualTo("Tiel");
    }

    private static Draft lastUsed() {
        return Draft.of(Json.readObject("{\"channel\":\"ZONE\",\"area\":\"Nijmegen\",\"audience\":\"SEX_WORKER\","
                + "\"workForm\":\"STREET\"}"));
    }

    private static void fillWho(ContactFormViewModel form) {
        form.fields().gender().set(Gender.WOMAN);
        form.fields().ageBand().set(AgeBand.FROM_27);
        form.fields().encounter().set(Encounter.REPEAT);
    }

    private UUID store(NewTelling telling) {
        stored.add(telling.under(ID));
        return ID;
    }

    private ContactFormViewModel form(Draft start) {
        return new ContactFormViewModel(
                ReferenceData.gelderlandZuid(),
                clock,
                Background.direct(),
                start,
                List.of(),
                NO_KEY,
                this::store,
                told::add);
    }
}
