package nl.bereik.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
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

    @Test
    void whatWasResolvedWaitsNoMoreAndIsToldToItsInstall() {
        store().keep(List.of(item(1), item(2))).block();
        assertThat(store().waiting().collectList().block()).containsExactlyInAnyOrder(item(1), item(2));
        assertThat(store().resolved("phone").collectList().block()).isEmpty();

        ItemOutcome outcome = new ItemOutcome(
                ContactSamples.id(1).toString(),
                Verdict.REJECTED,
                List.of(new FieldProblem("on", FieldProblem.Reason.DATE_IN_FUTURE)));
        store().resolve(item(1), outcome).block();
        store().resolve(item(1), outcome).block();
        assertThat(store().waiting().collectList().block()).containsExactly(item(2));
        assertThat(store().resolved("phone").collectList().block()).containsExactly(outcome);
        assertThat(store().resolved("other").collectList().block()).isEmpty();
        store().keep(List.of(item(1))).block();
        assertThat(store().waiting().collectList().block())
                .as("kept again it stays resolved")
                .containsExactly(item(2));
    }

    @Test
    void removesItemsByTheirIdsAlsoResolvedOnes() {
        store().keep(List.of(item(1), item(2))).block();
        store().resolve(item(1), new ItemOutcome(ContactSamples.id(1).toString(), Verdict.ACCEPTED, List.of()))
                .block();
        assertThat(store().kept().collectList().block())
                .containsExactlyInAnyOrder(
                        new Quarantine.Kept(
                                item(1).id(), ContactSamples.id(1), ContentHash.of(item(1).item()), ContactSamples.DAY),
                        new Quarantine.Kept(
                                item(2).id(),
                                ContactSamples.id(2),
                                ContentHash.of(item(2).item()),
                                ContactSamples.DAY));

        assertThat(store().remove(List.of(item(1).id(), "nothing")).block()).isEqualTo(1);
        assertThat(store().remove(List.of(item(1).id())).block()).isZero();

        assertThat(store().kept().map(Quarantine.Kept::id).collectList().block())
                .containsExactly(item(2).id());
        assertThat(store().resolved("phone").collectList().block()).isEmpty();
    }

    static QuarantinedItem item(long number) {
        return new QuarantinedItem(
                "phone",
                "team",
                ContactSamples.item(number),
                Verdict.QUARANTINED,
                List.of(new FieldProblem("area", FieldProblem.Reason.UNKNOWN_CODE)),
                ContactSamples.DAY);
    }
}
