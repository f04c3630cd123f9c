package nl.bereik.mobile.need;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.state.PulledState;
import nl.bereik.protocol.care.CareTeam;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.need.Actor;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedCommandCodec;
import nl.bereik.protocol.need.NeedMachine;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.need.Party;
import org.jspecify.annotations.Nullable;

/** Puts together what was pulled, what was raised here and what was done here. Keeps nothing. */
final class NeedsReader {
    private static final Comparator<PhoneNeed> MOST_URGENT_FIRST =
            Comparator.comparing(need -> need.view().need().urgency());
    private static final Comparator<PhoneNeed> OLDEST_FIRST =
            Comparator.comparing(need -> need.view().need().on());

    private final Outbox outbox;
    private final PulledState pulled;

    NeedsReader(Outbox outbox, PulledState pulled) {
        this.outbox = outbox;
        this.pulled = pulled;
    }

    NeedsNow read() {
        Map<UUID, OutboxItem> raised = new LinkedHashMap<>();
        Map<UUID, List<DoneAct>> done = new LinkedHashMap<>();
        for (OutboxItem item : outbox.items()) {
            if (item.isKind(NeedCodec.KIND)) {
                raised.put(item.opId(), item);
            } else if (item.isKind(NeedCommandCodec.KIND)) {
                act(item).ifPresent(act -> {
                    List<DoneAct> before = done.computeIfAbsent(act.command().need(), need -> new ArrayList<>());
                    before.replaceAll(DoneAct::followed);
                    before.add(act);
                });
            }
        }
        CareTeam people = people();
        Instant lastSync = outbox.status().lastSync();
        List<PhoneNeed> needs = new ArrayList<>();
        Set<UUID> known = new HashSet<>();
        pulled.ofKind(NeedView.KIND).stream()
                .flatMap(record -> NeedView.read(record).stream())
                .forEach(view -> {
                    known.add(view.id());
                    needs.add(need(
                            asMe(view, people),
                            null,
                            raised.get(view.id()),
                            done.getOrDefault(view.id(), List.of()),
                            people,
                            lastSync));
                });
        raised.values().stream().filter(item -> !known.contains(item.opId())).forEach(item -> {
            known.add(item.opId());
            raisedHere(item)
                    .ifPresent(view -> needs.add(need(
                            view, stateOf(item), item, done.getOrDefault(view.id(), List.of()), people, lastSync)));
        });
        needs.sort(MOST_URGENT_FIRST.thenComparing(OLDEST_FIRST));
        List<DoneAct> lost = new ArrayList<>();
        done.forEach((need, acts) -> {
            if (!known.contains(need)) {
                acts.stream().filter(DoneAct::isRefused).forEach(lost::add);
            }
        });
        return new NeedsNow(needs, lost);
    }

    /** As the server told them. */
    List<PhoneNeed> pulled() {
        CareTeam people = people();
        return pulled.ofKind(NeedView.KIND).stream()
                .flatMap(record -> NeedView.read(record).stream())
                .map(view -> need(asMe(view, people), null, null, List.of(), people, null))
                .toList();
    }

    private PhoneNeed need(
            NeedView view,
            @Nullable ItemState raised,
            @Nullable OutboxItem item,
            List<DoneAct> done,
            CareTeam people,
            @Nullable Instant lastSync) {
        List<DoneAct> ahead = done.stream()
                .filter(act -> !act.isRefused() && !isInThePull(act, lastSync))
                .toList();
        NeedView now = view;
        for (DoneAct act : ahead) {
            now = after(now, act.command());
        }
        return new PhoneNeed(
                now,
                raised,
                item == null ? null : item.saved().at(),
                raised == null || item == null ? List.of() : item.problems(),
                new Declined(people).isSo(view.timeline(), ahead),
                done.stream()
                        .filter(act -> !act.isRefused() && act.state() != ItemState.ARRIVED)
                        .toList(),
                done.stream().filter(DoneAct::isRefused).toList());
    }

    /** Whether the state was pulled after the server took the act, so that it shows what came of it. */
    private boolean isInThePull(DoneAct act, @Nullable Instant lastSync) {
        if (act.state() != ItemState.ARRIVED || lastSync == null) {
            return false;
        }
        return outbox.items().stream()
                .filter(item -> item.opId().equals(act.item()))
                .map(OutboxItem::settledAt)
                .anyMatch(settledAt -> settledAt != null && !settledAt.isAfter(lastSync));
    }

    /** What becomes of it if the server goes along; the same when this phone knows that it will not. */
    static NeedView after(NeedView view, NeedCommand command) {
        return NeedMachine.apply(view.state(), command, actor(view)) instanceof NeedMachine.Result.Moved moved
                ? with(view, moved.state())
                : view;
    }

    static Actor actor(NeedView view) {
        return new Actor(Needs.ME, view.you());
    }

    private static NeedView with(NeedView view, NeedState state) {
        Set<Party> you = view.you().isEmpty() ? EnumSet.noneOf(Party.class) : EnumSet.copyOf(view.you());
        if (Needs.ME.equals(state.assignee())) {
            you.add(Party.ASSIGNEE);
        } else {
            you.remove(Party.ASSIGNEE);
        }
        return new NeedView(view.id(), view.need(), state, you, view.timeline());
    }

    /** Empty before it has been pulled. */
    CareTeam people() {
        return pulled.ofKind(CareTeam.KIND).stream()
                .flatMap(record -> CareTeam.read(record).stream())
                .findFirst()
                .orElse(CareTeam.NONE);
    }

    /** The server says what the holder of this phone is to the need, and who that is only if it knows. */
    private static NeedView asMe(NeedView view, CareTeam people) {
        NeedState state = view.state();
        boolean mine = view.you().contains(Party.ASSIGNEE) && state.assignee() != null;
        return new NeedView(
                view.id(),
                view.need(),
                new NeedState(
                        state.status(),
                        view.you().contains(Party.RAISER) ? Needs.ME : state.raiser(),
                        mine ? Needs.ME : state.assignee(),
                        state.beside().stream()
                                .map(account -> people.isYou(account) ? Needs.ME : account)
                                .collect(Collectors.toUnmodifiableSet())),
                view.you(),
                view.timeline());
    }

    private static Optional<NeedView> raisedHere(OutboxItem item) {
        return NeedCodec.decode(item.body()) instanceof Decoded.Whole<FollowUpNeed> whole
                ? Optional.of(new NeedView(
                        item.opId(), whole.value(), NeedState.raisedBy(Needs.ME), Set.of(Party.RAISER), List.of()))
                : Optional.empty();
    }

    private Optional<DoneAct> act(OutboxItem item) {
        return NeedCommandCodec.decode(item.body()) instanceof Decoded.Whole<NeedCommand> whole
                ? Optional.of(new DoneAct(
                        item.opId(),
                        whole.value(),
                        item.saved().at(),
                        stateOf(item),
                        !item.sent(),
                        item.state() == ItemState.NEEDS_REPAIR ? item.problems() : List.of()))
                : Optional.empty();
    }

    private ItemState stateOf(OutboxItem item) {
        return Objects.requireNonNullElse(outbox.stateOf(item.opId()), item.state());
    }
}
