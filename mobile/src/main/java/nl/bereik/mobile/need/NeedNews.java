package nl.bereik.mobile.need;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedStatus;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was pulled is worth a word to whoever carries this phone: a need that one can take or was brought into,
 * or what became of one that one raised. What one did oneself is not. Not thread-safe.
 */
public final class NeedNews {
    /** What whoever raised a need is told of. */
    private static final Set<NeedStatus> OUTCOMES =
            EnumSet.of(NeedStatus.ACCEPTED, NeedStatus.DONE, NeedStatus.NOT_REACHED, NeedStatus.WITHDRAWN);

    private final Needs needs;
    private Map<UUID, PhoneNeed> known;

    /** What there is now is no news. */
    public NeedNews(Needs needs) {
        this.needs = needs;
        this.known = byId(needs.pulled());
    }

    /** Whether something worth a word has been pulled since this was asked last. */
    public boolean hasCome() {
        Map<UUID, PhoneNeed> before = known;
        known = byId(needs.pulled());
        People people = needs.people();
        return known.values().stream().anyMatch(now -> isNews(before.get(now.id()), now, people));
    }

    private static boolean isNews(@Nullable PhoneNeed before, PhoneNeed now, People people) {
        if (isMyDoing(now, people)) {
            return false;
        }
        boolean fresh = NeedPile.NEW.holds(now) && (before == null || !NeedPile.NEW.holds(before));
        boolean asked = isAsked(now) && (before == null || !isAsked(before));
        boolean broughtIn = now.isBesideMe() && (before == null || !before.isBesideMe());
        return fresh || asked || broughtIn || isOutcome(before, now);
    }

    private static boolean isAsked(PhoneNeed need) {
        return need.isMine() && need.view().state().status() == NeedStatus.ASSIGNED;
    }

    private static boolean isOutcome(@Nullable PhoneNeed before, PhoneNeed now) {
        NeedStatus status = now.view().state().status();
        return now.isRaisedByMe()
                && OUTCOMES.contains(status)
                && (before == null || before.view().state().status() != status);
    }

    private static boolean isMyDoing(PhoneNeed need, People people) {
        List<NeedEvent> timeline = need.view().timeline();
        return !timeline.isEmpty()
                && people.me(need).contains(timeline.get(timeline.size() - 1).by());
    }

    private static Map<UUID, PhoneNeed> byId(List<PhoneNeed> needs) {
        Map<UUID, PhoneNeed> byId = new HashMap<>();
        needs.forEach(need -> byId.put(need.id(), need));
        return byId;
    }
}
