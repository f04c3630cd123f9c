package nl.bereik.server.need;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.need.Actor;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.MemoryAccounts;
import nl.bereik.server.account.Remit;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.MemoryCareProfiles;
import nl.bereik.server.install.Teams;
import org.jspecify.annotations.Nullable;

/** A team with people in it and what is done with its needs, over memory. */
public final class NeedHouse {
    public static final String TEAM = "team";
    public static final Teams TEAMS = new Teams(List.of(TEAM));

    public final TestTime clock;
    public final MemoryAccounts accounts = new MemoryAccounts();
    public final MemoryCareProfiles profiles = new MemoryCareProfiles();
    public final MemoryNeedStore store = new MemoryNeedStore();
    public final MemoryNeeds needs;

    private long acts;

    public NeedHouse(String now) {
        clock = new TestTime(now);
        needs = new MemoryNeeds(store, accounts, TEAMS, clock, 1);
    }

    public void add(String name, Role role) {
        accounts.add(new Account(name, "hash", false, Set.of(role), Remit.ofTeams(List.of(TEAM))))
                .block();
    }

    /** Who has which of the needs. */
    public NeedsHeld held() {
        return new NeedsHeld(store, new Holders(accounts, TEAMS), ReferenceData.gelderlandZuid(), clock);
    }

    /** A case manager who can be asked by the rules. */
    public void caseManager(String name, int turn, int caseload) {
        caseManager(name, turn, caseload, "GGD");
    }

    /** As {@link #caseManager(String, int, int)}, of an organisation. */
    public void caseManager(String name, int turn, int caseload, String organisation) {
        add(name, Role.CASE_MANAGER);
        profiles.put(new CareProfile(
                        name, organisation, Set.of(), Set.of(), Set.of(), caseload, turn, List.of(), List.of()))
                .block();
    }

    /** Raised by the account {@code worker} now. */
    public UUID raise(long number, Urgency urgency) {
        StoredNeed need = raised(number, urgency, clock.instant());
        store.insert(List.of(need)).block();
        return need.id();
    }

    /** As {@link #raise(long, Urgency)}, for somebody who would like to go to an organisation. */
    public UUID raise(long number, Urgency urgency, String partner) {
        return raise(number, NeedSamples.need(urgency, partner));
    }

    /** As {@link #raise(long, Urgency)}. */
    public UUID raise(long number, FollowUpNeed need) {
        StoredNeed raised = StoredNeed.raised(
                NeedSamples.id(number),
                "phone",
                TEAM,
                new ContentHash(number, number),
                clock.instant(),
                need,
                "worker");
        store.insert(List.of(raised)).block();
        return raised.id();
    }

    /** By the account {@code worker}. */
    public static StoredNeed raised(long number, Urgency urgency, Instant at) {
        return StoredNeed.raised(
                NeedSamples.id(number),
                "phone",
                TEAM,
                new ContentHash(number, number),
                at,
                NeedSamples.need(urgency),
                "worker");
    }

    public StoredNeed need(UUID id) {
        return Objects.requireNonNull(store.find(id).block());
    }

    public NeedDesk.Outcome act(UUID need, NeedAct act, String by, Party office) {
        return act(need, act, by, office, null);
    }

    public NeedDesk.Outcome act(UUID need, NeedAct act, String by, Party office, @Nullable String to) {
        DeclineReason reason = act == NeedAct.DECLINE ? DeclineReason.values()[0] : null;
        return Objects.requireNonNull(needs.desk()
                .apply(
                        new UUID(99, acts++),
                        new NeedCommand(need, act, to, reason),
                        new Actor(by, Set.of(office)),
                        Scope.EVERYWHERE)
                .block());
    }
}
