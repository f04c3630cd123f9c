package nl.bereik.mobile.setup;

import java.net.URI;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.sync.EnrolResult;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.protocol.enrolment.EnrolmentCode;

/** Enrols the phone with an address and a one-time code. Called on the screen's thread. */
public final class EnrolViewModel {
    private final Enrolling enrolling;
    private final Background background;
    private final Runnable enrolled;
    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<EnrolTrouble> trouble = new ReadOnlyObjectWrapper<>(EnrolTrouble.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** Enrols and blocks meanwhile, as {@link nl.bereik.mobile.sync.SyncClient#enrol}. */
    @FunctionalInterface
    public interface Enrolling {
        EnrolResult enrol(URI server, EnrolmentCode code) throws InterruptedException;
    }

    /** @param enrolled is told once the phone is enrolled */
    public EnrolViewModel(Enrolling enrolling, Background background, String server, Runnable enrolled) {
        this.enrolling = enrolling;
        this.background = background;
        this.enrolled = enrolled;
        this.server.set(server);
        this.server.addListener((property, before, now) -> trouble.set(EnrolTrouble.NONE));
        this.code.addListener((property, before, now) -> trouble.set(EnrolTrouble.NONE));
    }

    public StringProperty serverProperty() {
        return server;
    }

    public StringProperty codeProperty() {
        return code;
    }

    public ReadOnlyObjectProperty<EnrolTrouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether the server is being asked. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Enrols with what was typed. */
    public void enrol() {
        if (busy.get()) {
            return;
        }
        URI address;
        EnrolmentCode oneTime;
        try {
            address = Enrolment.parseServer(server.get());
        } catch (IllegalArgumentException e) {
            trouble.set(EnrolTrouble.BAD_ADDRESS);
            return;
        }
        try {
            oneTime = EnrolmentCode.parse(code.get());
        } catch (IllegalArgumentException e) {
            trouble.set(EnrolTrouble.BAD_CODE);
            return;
        }
        trouble.set(EnrolTrouble.NONE);
        busy.set(true);
        background.run(() -> ask(address, oneTime), this::answered, failure -> end(EnrolTrouble.of(failure)));
    }

    private EnrolResult ask(URI address, EnrolmentCode oneTime) {
        try {
            return enrolling.enrol(address, oneTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new EnrolResult(SyncResult.End.NO_COVERAGE, null);
        }
    }

    private void answered(EnrolResult result) {
        end(EnrolTrouble.of(result));
        if (result.end() == SyncResult.End.COMPLETE) {
            enrolled.run();
        }
    }

    private void end(EnrolTrouble what) {
        busy.set(false);
        trouble.set(what);
    }
}
