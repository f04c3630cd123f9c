package nl.bereik.mobile.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import nl.bereik.mobile.app.ManualDelays;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.SyncTrouble;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.setup.PairingViewModel.State;
import nl.bereik.mobile.setup.PairingViewModel.Step;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.teamkey.TeamKeys.NewPhone;
import nl.bereik.mobile.teamkey.TeamKeys.Standing;
import nl.bereik.protocol.teamkey.SixDigits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingViewModelTest {
    @TempDir
    Path folder;

    private Phone phone;
    private int syncs;

    @BeforeEach
    void open() {
        phone = Phone.open(PhoneSamples.parts(folder, new MovableClock(PhoneSamples.EVENING)), PhoneSamples.PIN);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void aPhoneThatAwaitsApprovalShowsItsDigits() {
        PhoneSamples.enrol(phone, false);
        State state = model().stateProperty().get();
        assertThat(state.step()).isEqualTo(Step.AWAITS_APPROVAL);
        assertThat(state.digits()).isNotNull();
        assertThat(state.needsSomebody()).isTrue();
    }

    @Test
    void checkingLearnsThatItWasApproved() {
        PhoneSamples.enrol(phone, false);
        PairingViewModel model = model();
        model.check();
        assertThat(syncs).isEqualTo(1);
        assertThat(model.stateProperty().get().step()).isEqualTo(Step.APPROVED);
        assertThat(model.checkingProperty().get()).isFalse();
    }

    @Test
    void aRefusedPhoneIsToldSo() {
        PhoneSamples.enrol(phone, false);
        assertThat(PairingViewModel.of(phone, Optional.of(SyncTrouble.REVOKED)).step())
                .isEqualTo(Step.REFUSED);
    }

    @Test
    void comparingLeadsToWaitingForTheHandover() {
        PhoneSamples.enrol(phone);
        PairingSamples.asks(phone);
        assertThat(model().stateProperty().get().step()).isEqualTo(Step.AWAITS_KEEPER);
        PairingSamples.compares(phone);
        PairingViewModel model = model();
        SixDigits seen = model.stateProperty().get().digits();
        assertThat(model.stateProperty().get().step()).isEqualTo(Step.TO_COMPARE);
        assertThat(seen).isNotNull();
        model.confirmKeeper(new SixDigits(seen.text().equals("000000") ? "000001" : "000000"));
        assertThat(phone.teamKeys().standing()).isEqualTo(Standing.TO_COMPARE);
        model.confirmKeeper(seen);
        assertThat(phone.teamKeys().standing()).isEqualTo(Standing.KEEPER_TO_HAND);
        assertThat(model.stateProperty().get().step()).isEqualTo(Step.AWAITS_HANDOVER);
        assertThat(syncs).isEqualTo(2);
    }

    @Test
    void theKeeperConfirmsOneOfThoseThatWait() {
        PhoneSamples.enrol(phone);
        PairingSamples.keeps(phone);
        PairingViewModel model = model();
        State state = model.stateProperty().get();
        assertThat(state.step()).isEqualTo(Step.HAS_KEY);
        assertThat(state.newPhones()).extracting(NewPhone::holder).containsExactly("sanne", null);
        assertThat(state.newPhones().get(1).digits()).isNull();
        model.confirm(state.newPhones().get(1));
        assertThat(model.stateProperty().get().newPhones()).hasSize(2);
        model.confirm(state.newPhones().get(0));
        assertThat(model.stateProperty().get().newPhones())
                .extracting(NewPhone::phone)
                .containsExactly(state.newPhones().get(1).phone());
    }

    private PairingViewModel model() {
        AutoSync sync = new AutoSync(
                () -> {
                    syncs++;
                    phone.enrolment().approval(true);
                    return new SyncResult(SyncResult.End.COMPLETE, 0, 0, 0, true, null);
                },
                Background.direct(),
                new ManualDelays(),
                new Random(1));
        return new PairingViewModel(phone, sync, Background.direct());
    }
}
