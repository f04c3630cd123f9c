package nl.bereik.server.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.contact.StoredContact;
import nl.bereik.server.install.Install;
import org.jspecify.annotations.Nullable;

/** One push on its way through the intake: per element the step that it has come to. Pure; each stage is a new one. */
record Batch(List<Step> steps) {
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
            Set<String> areas) {
        List<Step> steps = new ArrayList<>();
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            PushBatch.Element element = elements.get(i);
            PushItem item = element.item().orElse(null);
            if (item == null) {
                steps.add(Step.Settled.unledgered(unreadable(element.opId())));
                continue;
            }
            Integer before = places.putIfAbsent(item.opSeq(), i);
            steps.add(before == null ? step(install, item, known, today, areas) : again(elements, before, item));
        }
        return new Batch(steps);
    }

    private static ItemOutcome unreadable(String opId) {
        String echoed = opId.length() <= MAX_ECHOED_ID ? opId : opId.substring(0, MAX_ECHOED_ID);
        return new ItemOutcome(echoed, Verdict.REJECTED, List.of(new FieldProblem("", Reason.WRONG_TYPE)));
    }

    private static Step again(List<PushBatch.Element> elements, int before, PushItem item) {
        ContentHash first = ContentHash.of(elements.get(before).item().orElseThrow());
        return first.equals(ContentHash.of(item)) ? new Step.Echo(before) : Step.Keep.conflict(item, "opSeq", false);
    }

    private static Step step(Install install, PushItem item, InstallLedger known, LocalDate today, Set<String> areas) {
        ContentHash hash = ContentHash.of(item);
        LedgerEntry entry = known.entry(item.opSeq());
        if (entry != null) {
            return judged(item, hash, entry);
        }
        Judgement judgement = Judgement.of(item, today, areas);
        if (judgement instanceof Judgement.Sound sound) {
            return new Step.Store(
                    item,
                    new StoredContact(
                            item.opId(),
                            install.id(),
                            install.team(),
                            item.opSeq(),
                            hash,
                            item.schema(),
                            sound.contact(),
                            today));
        }
        if (judgement instanceof Judgement.Unclear unclear) {
            return new Step.Keep(item, Verdict.QUARANTINED, unclear.problems(), true);
        }
        return rejected(item, new LedgerEntry(hash, ((Judgement.Wrong) judgement).problems()), true);
    }

    private static Step judged(PushItem item, ContentHash hash, LedgerEntry entry) {
        if (!entry.hash().equals(hash)) {
            return Step.Keep.conflict(item, "opSeq", false);
        }
        return entry.isHeld()
                ? Step.Settled.unledgered(ItemOutcome.of(item, Verdict.DUPLICATE))
                : rejected(item, entry, false);
    }

    private static Step rejected(PushItem item, LedgerEntry entry, boolean isNew) {
        ItemOutcome outcome = new ItemOutcome(item.opId().toString(), Verdict.REJECTED, entry.rejectedFor());
        return isNew ? new Step.Settled(outcome, item.opSeq(), entry) : Step.Settled.unledgered(outcome);
    }

    List<StoredContact> toInsert() {
        return all(Step.Store.class).stream().map(Step.Store::contact).toList();
    }

    /** @param insertions one per contact of {@link #toInsert}, in order */
    Batch inserted(List<Insertion> insertions) {
        Iterator<Insertion> next = insertions.iterator();
        return new Batch(steps.stream()
                .map(step -> step instanceof Step.Store store ? store.after(next.next()) : step)
                .toList());
    }

    List<QuarantinedItem> toKeep(Install install, LocalDate today) {
        return all(Step.Keep.class).stream()
                .map(keep -> new QuarantinedItem(install.id(), install.team(), keep.item(), keep.problems(), today))
                .toList();
    }

    /** @param failed ids of quarantined items that could not be kept */
    Batch kept(Install install, LocalDate today, Set<String> failed) {
        return new Batch(steps.stream()
                .map(step -> step instanceof Step.Keep keep
                        ? keep.after(!failed.contains(
                                new QuarantinedItem(install.id(), install.team(), keep.item(), keep.problems(), today)
                                        .id()))
                        : step)
                .toList());
    }

    /** By opSeq what has been judged in this push for the first time. */
    SortedMap<Long, LedgerEntry> newEntries() {
        SortedMap<Long, LedgerEntry> entries = new TreeMap<>();
        for (Step.Settled settled : all(Step.Settled.class)) {
            @Nullable LedgerEntry entry = settled.entry();
            if (entry != null) {
                entries.put(settled.opSeq(), entry);
            }
        }
        return entries;
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
