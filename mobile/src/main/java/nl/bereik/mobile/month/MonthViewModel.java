package nl.bereik.mobile.month;

import java.time.YearMonth;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.LookedAt;
import nl.bereik.mobile.phone.Phone;

/** One month while it is looked at, up to date with what is told and pulled. Called on the screen's thread. */
public final class MonthViewModel {
    private final ReadOnlyObjectWrapper<MonthNow> now;
    private final LookedAt<MonthNow> lookedAt;

    public MonthViewModel(Phone phone, Background background, YearMonth month) {
        this.now = new ReadOnlyObjectWrapper<>(read(phone, month));
        this.lookedAt = new LookedAt<>(background, phone::onChange, () -> read(phone, month), now::set);
    }

    /** As last read; it stays as it is once this is closed. */
    public ReadOnlyObjectProperty<MonthNow> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public void close() {
        lookedAt.close();
    }

    private static MonthNow read(Phone phone, YearMonth month) {
        return new MonthNow(month, phone.kept().month(month, phone.outbox().items()), TeamTargets.of(phone.state()));
    }
}
