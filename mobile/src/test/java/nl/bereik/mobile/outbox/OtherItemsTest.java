package nl.bereik.mobile.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.takeback.TakeBackCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherItemsTest {
    @TempDir
    Path folder;

    private Phone phone;
    private OtherItems others;
    private UUID told;

    @BeforeEach
    void open() {
        phone = Phone.open(PhoneSamples.parts(folder, new MovableClock(PhoneSamples.EVENING)), PhoneSamples.PIN);
        PhoneSamples.enrol(phone);
        others = phone.outbox().others();
        told = phone.outbox().newId();
        others.save(told, Registration.KIND, ActivityCodec.SCHEMA, body(RegistrationSource.POLICE));
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void whatWasNeverSentIsJustGone() {
        assertThat(others.takeBack(told, new UUID(1, 2))).isEqualTo(told);
        assertThat(phone.outbox().items()).isEmpty();
    }

    @Test
    void whatWasSentIsTakenBackOnceByAnItemOfItsOwn() {
        PhoneSamples.settle(phone, told, Verdict.ACCEPTED);
        UUID first = others.takeBack(told, phone.outbox().newId());
        assertThat(others.takeBack(told, phone.outbox().newId())).isEqualTo(first);
        assertThat(phone.outbox().items()).extracting(OutboxItem::opId).containsExactly(told, first);
        OutboxItem item = phone.outbox().items().get(1);
        assertThat(item.isKind(TakeBackCodec.KIND)).isTrue();
        assertThat(item.takesBack()).isEqualTo(told);
    }

    @Test
    void aCorrectionOfWhatWasSentTakesItBackAndTellsItAnew() {
        PhoneSamples.settle(phone, told, Verdict.ACCEPTED);
        OtherItems.NewItem fresh = fresh();
        UUID takeBack = phone.outbox().newId();
        others.correct(told, takeBack, fresh);
        assertThat(phone.outbox().items()).extracting(OutboxItem::opId).containsExactly(told, takeBack, fresh.opId());
    }

    @Test
    void aCorrectionOfWhatWasRefusedOrNeverSentTakesItsPlace() {
        OtherItems.NewItem second = fresh();
        others.correct(told, phone.outbox().newId(), second);
        assertThat(phone.outbox().items()).extracting(OutboxItem::opId).containsExactly(second.opId());
        PhoneSamples.settle(phone, second.opId(), Verdict.REJECTED, new FieldProblem("area", Reason.UNKNOWN_CODE));
        OtherItems.NewItem third = fresh();
        others.correct(second.opId(), phone.outbox().newId(), third);
        assertThat(phone.outbox().items()).extracting(OutboxItem::opId).containsExactly(third.opId());
        assertThat(phone.outbox().status().turnedDown()).isZero();
    }

    @Test
    void aContactIsNotTakenBackThisWay() {
        UUID contact = phone.outbox().save(PhoneSamples.contact());
        assertThatThrownBy(() -> others.takeBack(contact, new UUID(1, 2))).isInstanceOf(IllegalArgumentException.class);
        assertThat(phone.outbox().items()).hasSize(2);
    }

    private OtherItems.NewItem fresh() {
        return new OtherItems.NewItem(
                phone.outbox().newId(), Registration.KIND, ActivityCodec.SCHEMA, body(RegistrationSource.CARE));
    }

    private static JsonObject body(RegistrationSource source) {
        return ActivityCodec.encode(new Registration(PhoneSamples.SHIFT, source, "Nijmegen", Map.of()));
    }
}
