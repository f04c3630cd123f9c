package nl.bereik.server.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whole numbers that are not negative, of which sums are known: narrows the interval in which each lies. Shares nothing
 * with the product's own arithmetic.
 *
 * @param <K> what names a number
 */
public final class Intervals<K> {
    private static final long FAR = 1_000_000;

    private final Map<K, Integer> ids = new LinkedHashMap<>();
    private final List<int[]> atMostZero = new ArrayList<>();
    private long[] low = new long[64];
    private long[] high = new long[64];

    public Set<K> numbers() {
        return ids.keySet();
    }

    public long low(K number) {
        return low[known(number)];
    }

    public long high(K number) {
        return high[known(number)];
    }

    /** How many values are left for a number. */
    public long values(K number) {
        return high(number) - low(number) + 1;
    }

    public void atLeast(K number, long least) {
        int id = known(number);
        low[id] = Math.max(low[id], least);
    }

    public void atMost(K number, long most) {
        int id = known(number);
        high[id] = Math.min(high[id], most);
    }

    public void lessOrEqual(K lesser, K greater) {
        notMore(lesser, List.of(greater));
    }

    public void equal(K whole, List<K> parts) {
        notMore(whole, parts);
        add(-1, whole, parts);
    }

    /** The whole is no more than its parts together. */
    public void notMore(K whole, List<K> parts) {
        add(+1, whole, parts);
    }

    /** Ids are kept from 1, with their sign. */
    private void add(int sign, K whole, List<K> parts) {
        int[] row = new int[parts.size() + 1];
        row[0] = sign * (id(whole) + 1);
        for (int i = 0; i < parts.size(); i++) {
            row[i + 1] = -sign * (id(parts.get(i)) + 1);
        }
        atMostZero.add(row);
    }

    public void narrow() {
        if (!sweep()) {
            throw new IllegalStateException("What is published contradicts itself");
        }
    }

    /** Tries the ends of each small interval and drops those that contradict the rest. */
    public void shave(int widest) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int id = 0; id < ids.size(); id++) {
                while (high[id] > low[id] && high[id] - low[id] < widest && !possible(id, low[id], low[id])) {
                    low[id]++;
                    moved = true;
                }
                while (high[id] > low[id] && high[id] - low[id] < widest && !possible(id, high[id], high[id])) {
                    high[id]--;
                    moved = true;
                }
            }
            narrow();
        }
    }

    private boolean possible(int id, long from, long to) {
        long[] lowBefore = low.clone();
        long[] highBefore = high.clone();
        low[id] = from;
        high[id] = to;
        boolean possible = sweep();
        low = lowBefore;
        high = highBefore;
        return possible;
    }

    private boolean sweep() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int[] row : atMostZero) {
                long least = 0;
                for (int term : row) {
                    least += term > 0 ? low[term - 1] : -high[-term - 1];
                }
                if (least > 0) {
                    return false;
                }
                for (int term : row) {
                    int id = Math.abs(term) - 1;
                    if (high[id] - low[id] > -least) {
                        moved = true;
                        if (term > 0) {
                            high[id] = low[id] - least;
                        } else {
                            low[id] = high[id] + least;
                        }
                    }
                }
            }
        }
        return true;
    }

    private int known(K number) {
        return Objects.requireNonNull(ids.get(number), number::toString);
    }

    private int id(K number) {
        return ids.computeIfAbsent(number, any -> {
            int id = ids.size();
            if (id == low.length) {
                low = Arrays.copyOf(low, 2 * id);
                high = Arrays.copyOf(high, 2 * id);
            }
            high[id] = FAR;
            return id;
        });
    }
}
