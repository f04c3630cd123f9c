package nl.bereik.mobile.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import org.junit.jupiter.api.Test;

class MonthViewModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 6);

    private static final TargetProgress TARGET =
            new TargetProgress(ReportingPeriod.parse("2026"), TargetFigure.CONTACTS, 400, 64, LocalDate.of(2026, 3, 5));

    private final Phone phone = PhoneSamples.open(new MemoryDisk());
    private final MonthViewModel model = new MonthViewModel(phone, Background.direct(), YearMonth.from(TODAY));

    @Test
    void whatIsToldAndPulledWhileItIsLookedAtIsCounted() {
        assertThat(contacts()).isZero();
        phone.outbox().save(PhoneSamples.contact(TODAY));
        assertThat(contacts()).isEqualTo(1);
        assertThat(model.nowProperty().get().targets()).isEmpty();
        phone.state().pulled(new StateReply(List.of(TARGET.record()), List.of()));
        assertThat(model.nowProperty().get().targets()).containsExactly(TARGET);
    }

    @Test
    void closedItIsNotReadAgain() {
        model.close();
        phone.outbox().save(PhoneSamples.contact(TODAY));
        assertThat(contacts()).isZero();
    }

    private long contacts() {
        return model.nowProperty().get().counts().contacts().contacts();
    }
}
