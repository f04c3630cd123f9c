package nl.bereik.mobile.lock;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinStanding;

/** Digits being typed, and what is asked for. Called on the screen's thread. */
public abstract class PinPad {
    private final StringBuilder typed = new StringBuilder();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Step> step;
    private final ReadOnlyObjectWrapper<Remark> remark = new ReadOnlyObjectWrapper<>(Remark.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Patience patience;
    private final PinRule rule;

    /** What is asked for. */
    public enum Step {
        /** A first PIN for this phone. */
        CHOOSE,
        /** The PIN that opens the phone. */
        ENTER,
        /** The PIN in use, before another is chosen. */
        CURRENT,
        /** Another PIN. */
        CHANGE,
        /** The chosen PIN once more. */
        REPEAT
    }

    /** What there is to say about what was typed or found. */
    public enum Remark {
        NONE,
        TOO_SHORT,
        TOO_EASY,
        DIFFERENT,
        WRONG_PIN,
        /** Too many wrong PINs erased the phone. */
        ERASED,
        /** The coordinator had the phone erased. */
        WIPED,
        IN_USE,
        KEY_DAMAGED,
        NEWER_VERSION,
        DISK_FULL,
        DISK_FAILED
    }

    /** @param rule for a PIN that is chosen */
    PinPad(Step first, Patience patience, PinRule rule) {
        step = new ReadOnlyObjectWrapper<>(first);
        this.patience = patience;
        this.rule = rule;
    }

    /** How many tries are left, and how long there is to wait. */
    public ReadOnlyObjectProperty<PinStanding> standingProperty() {
        return patience.standingProperty();
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Remark> remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** How many digits have been typed. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Whether a PIN is being tried; meanwhile nothing can be typed. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether nothing can be typed for now. */
    public BooleanBinding blocked() {
        return Bindings.createBooleanBinding(() -> busy.get() || mustWait(), busy, step, patience.standingProperty());
    }

    /** Types one more digit; passed over when there is no room, or while there is to wait. */
    public void digit(int digit) {
        if (!busy.get() && !mustWait() && typed.length() < Pin.MAX_DIGITS) {
            typed.append(digit);
            count.set(typed.length());
            remark.set(Remark.NONE);
        }
    }

    /** Takes the last digit back. */
    public void erase() {
        if (!busy.get() && typed.length() > 0) {
            typed.setLength(typed.length() - 1);
            count.set(typed.length());
        }
    }

    /** Hands in what was typed. */
    public void confirm() {
        if (busy.get() || mustWait()) {
            return;
        }
        if (typed.length() < minDigits()) {
            remark.set(Remark.TOO_SHORT);
            return;
        }
        Pin pin = new Pin(typed.toString());
        clear();
        if (choosing() && rule.isTooEasy(pin)) {
            remark.set(Remark.TOO_EASY);
            return;
        }
        remark.set(Remark.NONE);
        typed(step.get(), pin);
    }

    /** How many digits are asked for, at least. */
    public int minDigits() {
        return choosing() ? rule.minDigits() : Pin.MIN_DIGITS;
    }

    private boolean choosing() {
        return step.get() == Step.CHOOSE || step.get() == Step.CHANGE;
    }

    /** Takes a PIN that was typed at a step. */
    abstract void typed(Step at, Pin pin);

    void ask(Step next) {
        clear();
        step.set(next);
    }

    void say(Remark what) {
        remark.set(what);
    }

    /** A PIN was tried and the phone did not open. */
    void sayWhy(RuntimeException failure) {
        say(Remarks.about(failure));
        patience.look();
    }

    /** Only what opens or changes has to wait; choosing does not. */
    private boolean mustWait() {
        return (step.get() == Step.ENTER || step.get() == Step.CURRENT)
                && patience.standingProperty().get().waits();
    }

    void setBusy(boolean now) {
        busy.set(now);
    }

    private void clear() {
        typed.setLength(0);
        count.set(0);
    }
}
