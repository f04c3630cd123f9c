package nl.bereik.mobile.lock;

import java.util.function.Consumer;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.Delays;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import org.jspecify.annotations.Nullable;

/** Opens the phone with its PIN; on first use has one chosen, twice. */
public final class LockViewModel extends PinPad {
    private final PhoneParts parts;
    private final Background background;
    private final Consumer<Phone> opened;
    private @Nullable Pin chosen;

    /** @param opened takes the phone once it is open */
    public LockViewModel(PhoneParts parts, Background background, Delays delays, Consumer<Phone> opened) {
        super(Step.ENTER, new Patience(() -> parts.pinLock().standing(), delays, background.screen()), PinRule.USUAL);
        this.parts = parts;
        this.background = background;
        this.opened = opened;
        try {
            if (!Phone.exists(parts)) {
                ask(Step.CHOOSE);
                if (standingProperty().get().erased()) {
                    say(Remark.ERASED);
                }
            }
        } catch (RuntimeException e) {
            say(Remarks.about(e));
        }
    }

    /** Says that the coordinator's order has been obeyed. */
    public void tellWiped() {
        say(Remark.WIPED);
    }

    @Override
    void typed(Step at, Pin pin) {
        if (at == Step.CHOOSE) {
            chosen = pin;
            ask(Step.REPEAT);
        } else if (at == Step.REPEAT && !pin.equals(chosen)) {
            chosen = null;
            ask(Step.CHOOSE);
            say(Remark.DIFFERENT);
        } else {
            open(pin);
        }
    }

    private void open(Pin pin) {
        setBusy(true);
        background.run(
                () -> Phone.open(parts, pin),
                phone -> {
                    setBusy(false);
                    opened.accept(phone);
                },
                failure -> {
                    setBusy(false);
                    sayWhy(failure);
                    if (standingProperty().get().erased()) {
                        ask(Step.CHOOSE);
                    }
                });
    }
}
