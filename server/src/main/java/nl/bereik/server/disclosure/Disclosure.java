package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bereik.server.disclosure.Prepared.Refused;
import nl.bereik.server.disclosure.Prepared.Releasable;

/**
 * Decides what of exact tables may leave the building. Immutable and thread-safe; the same tables, releases, rules and
 * relations give the same outcome. Source: decision 0021.
 */
public final class Disclosure {

    private final DisclosureRules rules;
    private final List<Relation> relations;
    private final Set<Guard> guards;

    /**
     * @param rules for what is new; earlier releases keep theirs
     * @param relations what everybody knows about counts of different subjects; what is left out here is not guarded
     *     against
     */
    public Disclosure(DisclosureRules rules, List<Relation> relations) {
        this(rules, relations, EnumSet.allOf(Guard.class));
    }

    Disclosure(DisclosureRules rules, List<Relation> relations, Set<Guard> guards) {
        this.rules = rules;
        this.relations = List.copyOf(relations);
        this.guards = Set.copyOf(guards);
    }

    /** Whether every one of these tables was released before, so that releasing them would tell nothing. */
    public static boolean isReleased(List<ExactTable> asked, List<Release> earlier) {
        Map<TableKey, PublishedTable> frozen = frozenTables(earlier);
        return asked.stream().allMatch(table -> frozen.containsKey(table.key()));
    }

    /**
     * The release as it may leave, or why it may not. A table that an earlier release has for the same subject, span and
     * dimensions is given as it was released, marked frozen, whatever its figures are now. A single number that an
     * earlier release shows in another table must be the same as it was: otherwise the release is refused as
     * {@link Refusal.Reason#CHANGED}. Releases nothing by itself: the caller keeps what it gives out and passes all of it
     * as earlier the next time.
     *
     * @param id the new release's
     * @param asked the tables wanted, in the order to show them
     * @param earlier everything that ever left, in the order in which it did
     * @throws IllegalArgumentException for a table asked for twice, for tables that disagree on a number, on a subject
     *     or on how a dimension's categories relate to their total
     */
    public Prepared prepare(String id, List<ExactTable> asked, List<Release> earlier) {
        Map<TableKey, PublishedTable> frozen = frozenTables(earlier);
        List<ExactTable> fresh =
                asked.stream().filter(table -> !frozen.containsKey(table.key())).toList();
        checkOnce(asked);
        Draft draft = new Draft(rules, relations, fresh, guards.contains(Guard.DIFFERENCE) ? earlier : List.of());
        List<Refusal> refusals = draft.changed();
        if (refusals.isEmpty()) {
            refusals = draft.suppress(guards.contains(Guard.SECONDARY));
        }
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        List<PublishedTable> tables = new ArrayList<>();
        for (ExactTable table : asked) {
            PublishedTable before = frozen.get(table.key());
            tables.add(before == null ? draft.publish(table) : before.asFrozen());
        }
        return new Releasable(new Release(id, tables, draft.underThreshold()));
    }

    private static Map<TableKey, PublishedTable> frozenTables(List<Release> earlier) {
        Map<TableKey, PublishedTable> frozen = new HashMap<>();
        earlier.forEach(release -> release.tables().forEach(table -> frozen.putIfAbsent(table.key(), table)));
        return frozen;
    }

    private static void checkOnce(List<ExactTable> asked) {
        Set<TableKey> keys = new HashSet<>();
        for (ExactTable table : asked) {
            if (!keys.add(table.key())) {
                throw new IllegalArgumentException("Asked for twice: " + table.name());
            }
        }
    }
}
