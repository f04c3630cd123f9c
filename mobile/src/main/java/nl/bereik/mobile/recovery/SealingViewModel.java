package nl.bereik.mobile.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.phone.Phone;

/** Seals what has not arrived and hands the file out. Called on the screen's thread. */
public final class SealingViewModel {
    private final Phone phone;
    private final Way out;
    private final Background background;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(new Told.Nothing());

    /** How a file leaves the app; see {@link nl.bereik.mobile.device.Device#handOut}. */
    @FunctionalInterface
    public interface Way {
        Path handOut(String name, byte[] content) throws IOException;
    }

    /** What came of it. */
    public sealed interface Told {
        /** Nobody has asked yet. */
        record Nothing() implements Told {}

        /** The file, and how many items are in it. */
        record HandedOut(Path file, int items) implements Told {}

        /** This phone has not pulled its server's key yet, so it has none to seal with. */
        record TooEarly() implements Told {}

        /** The file could not be written, or the items not be numbered. */
        record Failed() implements Told {}
    }

    public SealingViewModel(Phone phone, Way out, Background background) {
        this.phone = phone;
        this.out = out;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** How many items wait to be sent. */
    public int waiting() {
        return phone.outbox().status().waiting();
    }

    /** Seals all that waits into a file named after today. May be repeated; the items stay on the phone. */
    public void seal() {
        background.run(this::handOut, told::set, failure -> told.set(new Told.Failed()));
    }

    private Told handOut() {
        return RecoveryExport.seal(phone).<Told>map(this::handOut).orElseGet(Told.TooEarly::new);
    }

    private Told handOut(RecoveryExport.Sealed sealed) {
        LocalDate today = LocalDate.now(
                phone.parts().clock().withZone(phone.reference().data().zone()));
        try {
            Path file = out.handOut("sealed-" + today + ".txt", sealed.text().getBytes(StandardCharsets.US_ASCII));
            return new Told.HandedOut(file, sealed.items());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
