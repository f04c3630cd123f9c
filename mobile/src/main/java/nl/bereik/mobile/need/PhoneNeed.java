package nl.bereik.mobile.need;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.need.Party;
import org.jspecify.annotations.Nullable;

/**
 * A need as this phone knows it.
 *
 * @param view where it stands if the server goes along with what was done here; the holder of this phone is
 *     {@value Needs#ME} in it
 * @param raised where its telling stands while the server's word on it has not been pulled; null once it has
 * @param raisedAt when it was raised on this phone; null when that is not known here
 * @param problems why the server refused it; else empty
 * @param declinedByMe whether the holder of this phone was asked or had it, could not, and was not asked again since
 * @param waiting what was done here and is not confirmed, oldest first
 * @param refused what was done here and was undone, oldest first
 */
public record PhoneNeed(
        NeedView view,
        @Nullable ItemState raised,
        @Nullable Instant raisedAt,
        List<FieldProblem> problems,
        boolean declinedByMe,
        List<DoneAct> waiting,
        List<DoneAct> refused) {
    public PhoneNeed {
        problems = List.copyOf(problems);
        waiting = List.copyOf(waiting);
        refused = List.copyOf(refused);
    }

    public UUID id() {
        return view.id();
    }

    /** Whether all that is shown of it is the server's word. */
    public boolean isConfirmed() {
        return waiting.isEmpty() && (raised == null || raised == ItemState.ARRIVED);
    }

    /** Whether the holder of this phone has it, or was asked to take it. */
    public boolean isMine() {
        return Needs.ME.equals(view.state().assignee());
    }

    /** Whether somebody else has it, and the holder of this phone was brought in beside. */
    public boolean isBesideMe() {
        return view.state().beside().contains(Needs.ME);
    }

    /** Whether the holder of this phone raised it. */
    public boolean isRaisedByMe() {
        return view.you().contains(Party.RAISER);
    }

    /** Whether the holder of this phone works on needs of this kind. */
    public boolean isForMe() {
        return isBesideMe() || view.you().stream().anyMatch(party -> party != Party.RAISER);
    }

    /** Whether something of it was refused, so that somebody has to look. */
    public boolean needsAttention() {
        return !refused.isEmpty() || raised == ItemState.NEEDS_REPAIR;
    }

    /** What the holder of this phone may do that names nobody, in the order of the acts. */
    public List<NeedAct> acts() {
        return acts(act -> !act.namesSomebody());
    }

    /** What the holder of this phone may do that names somebody else, in the order of the acts. */
    public List<NeedAct> actsThatName() {
        return acts(NeedAct::namesSomebody);
    }

    private List<NeedAct> acts(Predicate<NeedAct> which) {
        return raised == ItemState.NEEDS_REPAIR
                ? List.of()
                : view.acts().stream().filter(which).toList();
    }
}
