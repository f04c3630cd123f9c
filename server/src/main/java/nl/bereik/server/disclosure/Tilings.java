package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The ways in which a span falls apart into other known spans, without those that only split a part of another way
 * further: what they tell follows.
 */
final class Tilings {

    private final Span whole;
    private final SortedSet<Span> known;
    private final List<List<Span>> found = new ArrayList<>();

    private Tilings(Span whole, SortedSet<Span> known) {
        this.whole = whole;
        this.known = known;
    }

    static List<List<Span>> of(Span whole, SortedSet<Span> known) {
        Tilings tilings = new Tilings(whole, known);
        tilings.extend(new ArrayList<>());
        return tilings.found;
    }

    private void extend(List<Span> tiles) {
        Span last = tiles.isEmpty() ? null : tiles.get(tiles.size() - 1);
        if (last != null && last.last().equals(whole.last())) {
            found.add(List.copyOf(tiles));
            return;
        }
        var start = last == null ? whole.first() : last.last().plusMonths(1);
        for (Span next : known) {
            if (next.first().equals(start) && whole.contains(next) && !next.equals(whole)) {
                tiles.add(next);
                if (!endsInAKnownSpan(tiles)) {
                    extend(tiles);
                }
                tiles.remove(tiles.size() - 1);
            }
        }
    }

    private boolean endsInAKnownSpan(List<Span> tiles) {
        Span last = tiles.get(tiles.size() - 1);
        for (int i = tiles.size() - 2; i >= 0; i--) {
            Span merged = new Span(tiles.get(i).first(), last.last());
            if (!merged.equals(whole) && known.contains(merged)) {
                return true;
            }
        }
        return false;
    }
}
