package nl.bereik.mobile.sync;

import java.util.List;
import java.util.Objects;
import nl.bereik.mobile.phone.Phone;
import org.jspecify.annotations.Nullable;

/** The last part of a sync: what else there is to say, one thing after the other. */
final class Asides {
    private final List<Aside> all;
    private @Nullable Aside now;

    Asides(Phone phone) {
        all = List.of(new KeyStep(phone), new TokenStep(phone.push()));
    }

    /** Goes on to the next; whether there is one. */
    boolean next() {
        now = all.stream().filter(Aside::begins).findFirst().orElse(null);
        return now != null;
    }

    /** What is being said. */
    Aside now() {
        return Objects.requireNonNull(now);
    }
}
