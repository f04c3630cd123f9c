package nl.bereik.mobile.need;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.need.NeedCommand;

/**
 * Something done to a need on this phone that the server has not confirmed: it waits, or was refused and undone.
 *
 * @param item the item that tells it
 * @param at when it was done, by the clock of this phone
 * @param canBeUndone whether it was never sent and is the last thing done to its need, so that nothing builds on it
 * @param problems why it was refused; else empty
 */
public record DoneAct(
        UUID item, NeedCommand command, Instant at, ItemState state, boolean canBeUndone, List<FieldProblem> problems) {
    public DoneAct {
        problems = List.copyOf(problems);
    }

    /** The same, once something else was done to the need after it. */
    DoneAct followed() {
        return new DoneAct(item, command, at, state, false, problems);
    }

    public boolean isRefused() {
        return state == ItemState.NEEDS_REPAIR;
    }

    /** Whether somebody else accepted the need first. */
    public boolean cameTooLate() {
        return problems.stream().anyMatch(problem -> problem.reason() == FieldProblem.Reason.ALREADY_TAKEN);
    }
}
