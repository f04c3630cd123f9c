package nl.bereik.server.staffweb;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Actor;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedMachine;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.MemoryAccounts;
import nl.bereik.server.account.Remit;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.CareProfile.Absence;
import nl.bereik.server.care.MemoryCareProfiles;
import nl.bereik.server.need.MemoryNeedStore;
import nl.bereik.server.need.NeedBell;
import nl.bereik.server.need.NeedMove;
import nl.bereik.server.need.StoredNeed;
import org.jspecify.annotations.Nullable;

/** Needs that stand anywhere, and those who can take them. */
final class NeedsStand {
    static final String TEAM = "team";

    /** With IrisZorg, four at once. */
    static final String ANNA = "anna";

    /** With Moviera, two at once, away. */
    static final String BAS = "bas";

    /** Nobody has described her. */
    static final String CARLA = "carla";

    private static final String SEALED = "this is sealed and not for the web";

    final MemoryNeedStore store;
    final MemoryCareProfiles profiles;
    private final MemoryAccounts accounts;
    private final NeedBell bell;

    NeedsStand(MemoryNeedStore store, MemoryCareProfiles profiles, MemoryAccounts accounts, NeedBell bell) {
        this.store = store;
        this.profiles = profiles;
        this.accounts = accounts;
        this.bell = bell;
    }

    /** No needs, and Anna, Bas and Carla as they were. */
    void begin() {
        store.clear();
        for (String name : List.of(ANNA, BAS, CARLA)) {
            String shownAs = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            accounts.add(new Account(
                            name,
                            "no hash",
                            false,
                            Set.of(Role.CASE_MANAGER),
                            Remit.ofTeams(Set.of(TEAM)),
                            null,
                            false,
                            0,
                            List.of(),
                            0,
                            shownAs))
                    .block();
        }
        profiles.put(new CareProfile(
                        ANNA, "IRISZORG", Set.of(Topic.HOUSING), Set.of(), Set.of("ro"), 4, 1, List.of(), List.of()))
                .block();
        Absence away = new Absence(LocalDate.parse("2025-05-12"), LocalDate.parse("2025-06-03"));
        profiles.put(new CareProfile(BAS, "MOVIERA", Set.of(), Set.of(), Set.of(), 2, 2, List.of(), List.of(away)))
                .block();
        profiles.remove(CARLA).block();
    }

    /** A need about housing in Tiel, raised so many minutes ago. */
    UUID raised(int minutesAgo, Urgency urgency, Signal... signals) {
        return raised(TEAM, Topic.HOUSING, "Tiel", Duration.ofMinutes(minutesAgo), urgency, signals);
    }

    UUID raised(String team, Topic domain, String area, Duration ago, Urgency urgency, Signal... signals) {
        SealedText sealed = new SealedText(1, SEALED.repeat(3).getBytes(StandardCharsets.UTF_8));
        FollowUpNeed need = new FollowUpNeed(
                null,
                LocalDate.parse("2025-05-14"),
                area,
                domain,
                urgency,
                "ro",
                null,
                null,
                true,
                new TreeSet<>(List.of(signals)),
                sealed,
                null,
                sealed,
                Map.of());
        PushItem item = new PushItem(UUID.randomUUID(), 1, NeedCodec.KIND, NeedCodec.SCHEMA, NeedCodec.encode(need));
        store.insert(List.of(StoredNeed.raised(
                        item.opId(),
                        "phone",
                        team,
                        ContentHash.of(item),
                        StaffWebApplication.NOW.minus(ago),
                        need,
                        "worker")))
                .block();
        bell.ring(team).block();
        return item.opId();
    }

    /** Somebody takes it. */
    void accept(UUID need, String by) {
        done(need, NeedCommand.of(need, NeedAct.ACCEPT), by, Duration.ZERO, null);
    }

    void start(UUID need, String by) {
        done(need, NeedCommand.of(need, NeedAct.START), by, Duration.ZERO, null);
    }

    void acceptedLongAgo(UUID need, String by, Duration ago) {
        done(need, NeedCommand.of(need, NeedAct.ACCEPT), by, ago, null);
    }

    void decline(UUID need, String by) {
        done(need, new NeedCommand(need, NeedAct.DECLINE, null, DeclineReason.FULL), by, Duration.ZERO, "FULL");
    }

    /** The rules ask somebody, and say why. */
    void askedByRules(UUID need, String whom, String why) {
        done(need, new NeedCommand(need, NeedAct.ASSIGN, whom, null), "", Duration.ZERO, why);
    }

    void does(UUID need, NeedAct act, String by) {
        done(need, NeedCommand.of(need, act), by, Duration.ZERO, null);
    }

    StoredNeed find(UUID need) {
        return Objects.requireNonNull(store.find(need).block());
    }

    private void done(UUID id, NeedCommand command, String by, Duration ago, @Nullable String why) {
        StoredNeed before = find(id);
        Actor actor = by.isEmpty() ? Actor.RULES : new Actor(by, Set.of(Party.CASE_MANAGER, Party.COORDINATOR));
        if (!(NeedMachine.apply(before.state(), command, actor) instanceof NeedMachine.Result.Moved moved)) {
            throw new IllegalStateException(command + " cannot be done");
        }
        Instant at = StaffWebApplication.NOW.minus(ago);
        NeedEvent event = new NeedEvent(command.act().name(), by, at, command.to(), why);
        store.move(
                        before,
                        new NeedMove(
                                moved.state(),
                                new StoredNeed.Done(UUID.randomUUID(), event),
                                List.of(),
                                null,
                                LocalDate.parse("2025-05-14")))
                .block();
        bell.ring(before.team()).block();
    }
}
