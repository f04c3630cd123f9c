package nl.bereik.mobile.lock;

import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.journal.Pin;
import org.jspecify.annotations.Nullable;

/** Changes the PIN: the one in use, then the other one twice. */
public final class PinChangeViewModel extends PinPad {
    private final Changing phone;
    private final Background background;
    private final Runnable changed;
    private final Runnable erased;
    private @Nullable Pin current;
    private @Nullable Pin chosen;

    /** What changes the PIN, as {@link nl.bereik.mobile.phone.Phone#changePin}. */
    @FunctionalInterface
    public interface Changing {
        void change(Pin old, Pin fresh);
    }

    /**
     * @param changed is told once the other PIN holds
     * @param erased is told when too many wrong PINs have erased the phone
     */
    public PinChangeViewModel(
            Changing phone, Patience patience, PinRule rule, Background background, Runnable changed, Runnable erased) {
        super(Step.CURRENT, patience, rule);
        this.phone = phone;
        this.background = background;
        this.changed = changed;
        this.erased = erased;
    }

    @Override
    void typed(Step at, Pin pin) {
        if (at == Step.CURRENT) {
            current = pin;
            ask(Step.CHANGE);
        } else if (at == Step.CHANGE) {
            chosen = pin;
            ask(Step.REPEAT);
        } else if (current == null || !pin.equals(chosen)) {
            chosen = null;
            ask(Step.CHANGE);
            say(Remark.DIFFERENT);
        } else {
            change(current, pin);
        }
    }

    private void change(Pin old, Pin fresh) {
        setBusy(true);
        background.run(
                () -> {
                    phone.change(old, fresh);
                    return fresh;
                },
                done -> {
                    setBusy(false);
                    changed.run();
                },
                failure -> {
                    setBusy(false);
                    current = null;
                    chosen = null;
                    ask(Step.CURRENT);
                    sayWhy(failure);
                    if (standingProperty().get().erased()) {
                        erased.run();
                    }
                });
    }
}
