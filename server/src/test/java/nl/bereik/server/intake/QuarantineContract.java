package nl.bereik.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.server.ContactSamples;
import org.junit.jupiter.api.Test;

/** What every {@link Quarantine} must do. */
abstract class QuarantineContract {
    abstract Quarantine store();

    @Test
    void keepsTheSameItemAgainWithoutComplaint() {
        QuarantinedItem one = item(1);
        assertThat(store().keep(List.of(one)).block()).isEmpty();
        assertThat(store().keep(List.of(one, item(2), one)).block()).isEmpty();
        assertThat(store().keep(List.of()).block()).isEmpty();
    }

    static QuarantinedItem item(long number) {
        return new QuarantinedItem(
                "phone",
                "team",
                ContactSamples.item(number),
                List.of(new FieldProblem("area", FieldProblem.Reason.UNKNOWN_CODE)),
                ContactSamples.DAY);
    }
}
