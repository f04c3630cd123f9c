package nl.bereik.mobile.setup;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.SyncTrouble;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.teamkey.TeamKeys.NewPhone;
import nl.bereik.protocol.teamkey.SixDigits;
import org.jspecify.annotations.Nullable;

/**
 * From enrolled to trusted: the coordinator's approval, the key of the team, and, on the phone that keeps it, the new
 * phones that wait for it. Called on the screen's thread.
 */
public final class PairingViewModel {
    private final Phone phone;
    private final AutoSync sync;
    private final Background work;
    private final ReadOnlyObjectWrapper<State> state;
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();

    /** How far this phone is. */
    public enum Step {
        NOT_ENROLLED,
        AWAITS_APPROVAL,
        REFUSED,
        /** Approved, by a server that tells of no key, or of nobody who keeps it. */
        APPROVED,
        AWAITS_KEEPER,
        TO_COMPARE,
        AWAITS_HANDOVER,
        HAS_KEY
    }

    /**
     * What there is to see.
     *
     * @param digits to compare; null when there are none in this step
     * @param newPhones those that wait for this phone, the keeper
     */
    public record State(Step step, @Nullable SixDigits digits, List<NewPhone> newPhones) {
        public State {
            newPhones = List.copyOf(newPhones);
        }

        /** Whether somebody has to look at this screen. */
        public boolean needsSomebody() {
            return step == Step.AWAITS_APPROVAL
                    || step == Step.AWAITS_KEEPER
                    || step == Step.TO_COMPARE
                    || !newPhones.isEmpty();
        }
    }

    public PairingViewModel(Phone phone, AutoSync sync, Background work) {
        this.phone = phone;
        this.sync = sync;
        this.work = work;
        this.state =
                new ReadOnlyObjectWrapper<>(of(phone, sync.troubleProperty().get()));
        sync.activityProperty().addListener((property, before, now) -> {
            checking.set(now == AutoSync.Activity.SYNCING);
            refresh();
        });
        checking.set(sync.activityProperty().get() == AutoSync.Activity.SYNCING);
    }

    /** How far a phone is, of which the last sync ended so. */
    public static State of(Phone phone, Optional<SyncTrouble> trouble) {
        Enrolment.Install install = phone.enrolment().install();
        if (install == null) {
            return new State(Step.NOT_ENROLLED, null, List.of());
        }
        if (trouble.equals(Optional.of(SyncTrouble.REVOKED))) {
            return new State(Step.REFUSED, null, List.of());
        }
        if (!install.approved()) {
            return new State(
                    Step.AWAITS_APPROVAL,
                    SixDigits.ofPhone(install.installId(), phone.teamKeys().sealKey()),
                    List.of());
        }
        return switch (phone.teamKeys().standing()) {
            case NO_KEEPER -> new State(Step.APPROVED, null, List.of());
            case KEEPER_TO_ANSWER -> new State(Step.AWAITS_KEEPER, null, List.of());
            case TO_COMPARE ->
                new State(Step.TO_COMPARE, phone.teamKeys().digits().orElse(null), List.of());
            case KEEPER_TO_HAND -> new State(Step.AWAITS_HANDOVER, null, List.of());
            case HAS_KEY -> new State(Step.HAS_KEY, null, phone.teamKeys().newPhones());
        };
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the server is being asked. */
    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** Whether what was confirmed last could not be kept. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** What stood in the way of the last check; empty when nothing did, or nothing but the approval. */
    public Optional<SyncTrouble> trouble() {
        return sync.troubleProperty().get().filter(trouble -> trouble != SyncTrouble.NOT_APPROVED);
    }

    /** Asks the server. */
    public void check() {
        sync.now();
    }

    /** The keeper's phone shows the same digits as this one. */
    public void confirmKeeper(SixDigits seen) {
        confirm(() -> phone.teamKeys().confirmKeeper(seen));
    }

    /** A new phone shows the same digits as this one, the keeper. */
    public void confirm(NewPhone fresh) {
        SixDigits seen = fresh.digits();
        if (seen != null) {
            confirm(() -> phone.teamKeys().confirm(fresh.phone(), seen));
        }
    }

    private void confirm(Runnable confirming) {
        failed.set(false);
        work.run(
                () -> {
                    confirming.run();
                    return true;
                },
                done -> {
                    refresh();
                    sync.now();
                },
                failure -> failed.set(true));
    }

    private void refresh() {
        Optional<SyncTrouble> trouble = sync.troubleProperty().get();
        work.run(() -> of(phone, trouble), state::set, failure -> failed.set(true));
    }
}
