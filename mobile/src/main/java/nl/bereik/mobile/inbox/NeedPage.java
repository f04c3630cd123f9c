package nl.bereik.mobile.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bereik.mobile.need.NeedText;
import nl.bereik.mobile.need.People;
import nl.bereik.mobile.need.PhoneNeed;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.protocol.care.CaseManager;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedState;

/**
 * One need as its page shows it.
 *
 * @param texts those that it has
 * @param people whom it names, or could
 */
public record NeedPage(PhoneNeed need, Map<NeedText, Opened> texts, People people) {
    public NeedPage {
        texts = Map.copyOf(texts);
    }

    /** What one may do that names somebody, while there is somebody to name. */
    public List<NeedAct> actsThatName() {
        return need.actsThatName().stream()
                .filter(act -> !colleagues(act).isEmpty())
                .toList();
    }

    /** Whom this act can name: not whoever has the need, nor for a referral who was brought in. */
    public List<CaseManager> colleagues(NeedAct act) {
        NeedState state = need.view().state();
        Set<String> but = new HashSet<>(act == NeedAct.REFER ? state.beside() : Set.of());
        if (state.assignee() != null) {
            but.add(state.assignee());
        }
        return people.colleagues(but);
    }
}
