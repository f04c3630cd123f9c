package nl.bereik.protocol.need;

import static nl.bereik.protocol.need.NeedStatus.ACCEPTED;
import static nl.bereik.protocol.need.NeedStatus.ASSIGNED;
import static nl.bereik.protocol.need.NeedStatus.DECLINED;
import static nl.bereik.protocol.need.NeedStatus.DONE;
import static nl.bereik.protocol.need.NeedStatus.IN_PROGRESS;
import static nl.bereik.protocol.need.NeedStatus.NOT_REACHED;
import static nl.bereik.protocol.need.NeedStatus.OPEN;
import static nl.bereik.protocol.need.NeedStatus.WITHDRAWN;
import static nl.bereik.protocol.need.Party.ASSIGNEE;
import static nl.bereik.protocol.need.Party.CASE_MANAGER;
import static nl.bereik.protocol.need.Party.COORDINATOR;
import static nl.bereik.protocol.need.Party.RAISER;
import static nl.bereik.protocol.need.Party.RULES;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to a follow-up need: from where, by whom and where to. The table of these is the state machine. */
public enum NeedAct {
    ASSIGN(Set.of(OPEN, ASSIGNED, DECLINED, NOT_REACHED), ASSIGNED, Set.of(COORDINATOR, RULES), Names.SOMEBODY),
    UNASSIGN(Set.of(ASSIGNED, ACCEPTED, IN_PROGRESS), OPEN, Set.of(COORDINATOR, RULES), Names.NOBODY),
    /** The first one wins. */
    ACCEPT(Set.of(OPEN, ASSIGNED, DECLINED, NOT_REACHED), ACCEPTED, Set.of(CASE_MANAGER), Names.NOBODY),
    START(Set.of(ACCEPTED), IN_PROGRESS, Set.of(ASSIGNEE), Names.NOBODY),
    FINISH(Set.of(ACCEPTED, IN_PROGRESS), DONE, Set.of(ASSIGNEE, COORDINATOR), Names.NOBODY),
    MISS(Set.of(ACCEPTED, IN_PROGRESS), NOT_REACHED, Set.of(ASSIGNEE), Names.NOBODY),
    /** Bears a reason. */
    DECLINE(Set.of(ASSIGNED, ACCEPTED, IN_PROGRESS), DECLINED, Set.of(ASSIGNEE), Names.NOBODY),
    /** Hands it over: somebody else is asked to take it. */
    TRANSFER(Set.of(ACCEPTED, IN_PROGRESS), ASSIGNED, Set.of(ASSIGNEE, COORDINATOR), Names.SOMEBODY),
    /** Brings somebody in beside whoever has it. */
    REFER(Set.of(ASSIGNED, ACCEPTED, IN_PROGRESS), null, Set.of(ASSIGNEE, COORDINATOR), Names.SOMEBODY),
    WITHDRAW(
            Set.of(OPEN, ASSIGNED, ACCEPTED, IN_PROGRESS, DECLINED, NOT_REACHED),
            WITHDRAWN,
            Set.of(RAISER, COORDINATOR),
            Names.NOBODY),
    REOPEN(Set.of(DONE, NOT_REACHED, DECLINED, WITHDRAWN), OPEN, Set.of(RAISER, ASSIGNEE, COORDINATOR), Names.NOBODY);

    private final Set<NeedStatus> from;
    private final @Nullable NeedStatus to;
    private final Set<Party> by;
    private final Names names;

    private enum Names {
        NOBODY,
        SOMEBODY
    }

    NeedAct(Set<NeedStatus> from, @Nullable NeedStatus to, Set<Party> by, Names names) {
        this.from = Collections.unmodifiableSet(EnumSet.copyOf(from));
        this.to = to;
        this.by = Collections.unmodifiableSet(EnumSet.copyOf(by));
        this.names = names;
    }

    /** Where it can be done. */
    public Set<NeedStatus> from() {
        return from;
    }

    /** Where it leads; null when the need stays where it is. */
    public @Nullable NeedStatus to() {
        return to;
    }

    /** Who may do it; being one of these is enough. */
    public Set<Party> by() {
        return by;
    }

    /** Whether it says to whom. */
    public boolean namesSomebody() {
        return names == Names.SOMEBODY;
    }
}
