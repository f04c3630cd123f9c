package nl.bereik.server.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.contact.StoredContact;
import nl.bereik.server.contact.StoredCorrection;
import nl.bereik.server.event.StoredEvent;
import nl.bereik.server.event.StoredTakeBack;
import nl.bereik.server.install.Install;
import nl.bereik.server.need.CommandItem;
import nl.bereik.server.need.NeedDesk;
import nl.bereik.server.need.RaisedItem;
import nl.bereik.server.retention.Forgotten;
import org.jspecify.annotations.Nullable;

/** One push on its way through the intake: per element the step that it has come to. Pure; each stage is a new one. */
record Batch(List<Step> steps) {
    /** Items at one place at the most: more come from no phone. */
    static final int MAX_SHARING = 8;

    private static final int MAX_ECHOED_ID = 40;

    Batch {
        steps = List.copyOf(steps);
    }

    /** Judges every element: by the ledger first, then by itself. */
    static Batch sort(
            Install install,
            List<PushBatch.Element> elements,
            InstallLedger known,
            LocalDate today,
            ReferenceData reference) {
        List<Step> steps = new ArrayList<>();
        Map<Place, Integer> before = new HashMap<>();
        for (PushBatch.Element element : elements) {
            PushItem item = element.item().orElse(null);
            if (item == null) {
                steps.add(Step.Settled.unledgered(rejected(element.opId(), "", Reason.WRONG_TYPE)));
                continue;
            }
            Place place = new Place(item.opSeq(), ContentHash.of(item));
            Integer first = before.putIfAbsent(place, steps.size());
            steps.add(first == null ? step(install, item, place, known, today, reference) : new Step.Echo(first));
        }
        return new Batch(steps);
    }

    /** What the ledger knows an item by. */
    private record Place(long opSeq, ContentHash hash) {}

    private static ItemOutcome rejected(String opId, String field, Reason reason) {
        String echoed = opId.length() <= MAX_ECHOED_ID ? opId : opId.substring(0, MAX_ECHOED_ID);
        return new ItemOutcome(echoed, Verdict.REJECTED, List.of(new FieldProblem(field, reason)));
    }

    private static Step step(
            Install install,
            PushItem item,
            Place place,
            InstallLedger known,
            LocalDate today,
            ReferenceData reference) {
        LedgerEntry entry = known.entry(item.opSeq(), place.hash);
        if (entry != null) {
            return Step.Settled.unledgered(entry.again(item));
        }
        if (known.sharing(item.opSeq()) >= MAX_SHARING) {
            return Step.Settled.unledgered(rejected(item.opId().toString(), "opSeq", Reason.SAME_ID_OTHER_CONTENT));
        }
        Judgement judgement = Judgement.of(item, today, reference);
        if (judgement instanceof Judgement.SoundContact sound) {
            return new Step.Store(
                    item, StoredContact.of(install.id(), install.team(), item, place.hash, sound.contact(), today));
        }
        if (judgement instanceof Judgement.SoundCorrection sound) {
            return new Step.Correct(
                    item,
                    StoredCorrection.of(install.id(), install.team(), item, place.hash, sound.correction(), today));
        }
        if (judgement instanceof Judgement.SoundNeed sound) {
            return new Step.Raise(item, new RaisedItem(item, sound.need(), place.hash));
        }
        if (judgement instanceof Judgement.SoundCommand sound) {
            return new Step.Obey(item, sound.command());
        }
        if (judgement instanceof Judgement.SoundEvent sound) {
            return new Step.Tell(
                    item, StoredEvent.of(install.id(), install.team(), item, place.hash, sound.content(), today));
        }
        if (judgement instanceof Judgement.SoundTakeBack sound) {
            return new Step.Retract(item, new StoredTakeBack(sound.takeBack().item(), install.team()));
        }
        if (judgement instanceof Judgement.Unclear unclear) {
            return new Step.Keep(item, Verdict.QUARANTINED, unclear.problems());
        }
        return Step.Settled.of(item, Verdict.REJECTED, ((Judgement.Wrong) judgement).problems());
    }

    /** The keys by which items that are old, correct something or are kept aside would have been let go of. */
    Set<String> mayBeForgotten(LocalDate today) {
        return steps.stream().flatMap(step -> keys(step, today).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Answers those that have been let go of as if they were still there. */
    Batch without(Set<String> forgotten) {
        return new Batch(steps.stream()
                .map(step -> {
                    PushItem item = item(step);
                    return item != null && keys(step, LocalDate.MAX).stream().anyMatch(forgotten::contains)
                            ? Step.Settled.of(item, Verdict.DUPLICATE, List.of())
                            : step;
                })
                .toList());
    }

    private static List<String> keys(Step step, LocalDate today) {
        if (step instanceof Step.Store store) {
            return keys(store, store.contact().contact().on(), today);
        }
        if (step instanceof Step.Raise raise) {
            return keys(raise, raise.raised().need().on(), today);
        }
        if (step instanceof Step.Tell tell) {
            return keys(tell, tell.event().content().on(), today);
        }
        if (step instanceof Step.Correct correct) {
            return keys(correct, correct.correction().correction().corrects());
        }
        if (step instanceof Step.Retract retract) {
            return keys(retract, retract.takeBack().item());
        }
        return step instanceof Step.Keep keep
                ? List.of(
                        Forgotten.keyOf(keep.item().opId()),
                        Forgotten.keyOf(keep.item().opId(), ContentHash.of(keep.item())))
                : List.of();
    }

    /** Of what is of a day. */
    private static List<String> keys(Step.Insert step, LocalDate on, LocalDate today) {
        return Forgotten.mayBe(on, today) ? List.of(Forgotten.keyOf(step.item().opId())) : List.of();
    }

    /** Of what changes something that was told before. */
    private static List<String> keys(Step.Insert step, UUID changes) {
        return List.of(Forgotten.keyOf(step.item().opId()), Forgotten.keyOf(changes));
    }

    private static @Nullable PushItem item(Step step) {
        return step instanceof Step.Insert insert ? insert.item() : step instanceof Step.Keep keep ? keep.item() : null;
    }

    List<StoredContact> toInsert() {
        return all(Step.Store.class).stream().map(Step.Store::contact).toList();
    }

    /** @param insertions one per contact of {@link #toInsert}, in order */
    Batch inserted(List<Insertion> insertions) {
        return after(Step.Store.class, insertions);
    }

    List<StoredCorrection> toCorrect() {
        return all(Step.Correct.class).stream().map(Step.Correct::correction).toList();
    }

    /** @param insertions one per correction of {@link #toCorrect}, in order */
    Batch corrected(List<Insertion> insertions) {
        return after(Step.Correct.class, insertions);
    }

    List<RaisedItem> toRaise() {
        return all(Step.Raise.class).stream().map(Step.Raise::raised).toList();
    }

    /** @param insertions one per need of {@link #toRaise}, in order */
    Batch raised(List<Insertion> insertions) {
        return after(Step.Raise.class, insertions);
    }

    List<StoredEvent> toTell() {
        return all(Step.Tell.class).stream().map(Step.Tell::event).toList();
    }

    /** @param insertions one per event of {@link #toTell}, in order */
    Batch told(List<Insertion> insertions) {
        return after(Step.Tell.class, insertions);
    }

    List<StoredTakeBack> toTakeBack() {
        return all(Step.Retract.class).stream().map(Step.Retract::takeBack).toList();
    }

    /** @param insertions one per event of {@link #toTakeBack}, in order */
    Batch takenBack(List<Insertion> insertions) {
        return after(Step.Retract.class, insertions);
    }

    List<CommandItem> toObey() {
        return all(Step.Obey.class).stream()
                .map(obey -> new CommandItem(obey.item().opId(), obey.command()))
                .toList();
    }

    /** @param outcomes one per command of {@link #toObey}, in order */
    Batch obeyed(List<NeedDesk.Outcome> outcomes) {
        Iterator<NeedDesk.Outcome> next = outcomes.iterator();
        return new Batch(steps.stream()
                .map(step -> step instanceof Step.Obey obey ? obey.after(next.next()) : step)
                .toList());
    }

    private Batch after(Class<? extends Step.Insert> type, List<Insertion> insertions) {
        Iterator<Insertion> next = insertions.iterator();
        return new Batch(steps.stream()
                .map(step -> type.isInstance(step) ? type.cast(step).after(next.next()) : step)
                .toList());
    }

    List<QuarantinedItem> toKeep(Install install, LocalDate today) {
        return all(Step.Keep.class).stream()
                .map(keep -> quarantined(install, today, keep))
                .toList();
    }

    /** @param failed ids of quarantined items that could not be kept */
    Batch kept(Install install, LocalDate today, Set<String> failed) {
        return new Batch(steps.stream()
                .map(step -> step instanceof Step.Keep keep
                        ? keep.after(!failed.contains(
                                quarantined(install, today, keep).id()))
                        : step)
                .toList());
    }

    private static QuarantinedItem quarantined(Install install, LocalDate today, Step.Keep keep) {
        return new QuarantinedItem(install.id(), install.team(), keep.item(), keep.verdict(), keep.problems(), today);
    }

    /** What has been judged in this push for the first time. */
    List<LedgerEntry> newEntries() {
        return all(Step.Settled.class).stream()
                .<@Nullable LedgerEntry>map(Step.Settled::entry)
                .filter(Objects::nonNull)
                .toList();
    }

    /** One outcome per element, in order; every step must be settled. */
    List<ItemOutcome> outcomes() {
        return steps.stream()
                .map(step -> step instanceof Step.Echo echo
                        ? Step.Echo.outcome(settled(steps.get(echo.of())).outcome())
                        : settled(step).outcome())
                .toList();
    }

    private static Step.Settled settled(Step step) {
        if (step instanceof Step.Settled settled) {
            return settled;
        }
        throw new IllegalStateException("a step is left to do");
    }

    private <S extends Step> List<S> all(Class<S> type) {
        return steps.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
