package nl.bereik.server.staffweb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A chart of bars that are stacked of parts, as it is drawn without a script: every length is a share of the drawing, so
 * that it fits any screen. Bars that count nothing have no parts.
 *
 * @param standing whether the bars stand beside each other, as months do
 * @param keys what the parts mean; empty when there is only one
 * @param marks of the scale of standing bars
 * @param stops whether each bar can be reached by keyboard; not when there are too many
 */
record ExploreChart(boolean standing, List<Key> keys, List<Bar> bars, List<Mark> marks, boolean stops) {
    private static final int MOST_STOPS = 24;
    /** Beside each other on a narrow screen; half as many when they are longer. */
    private static final int MOST_LABELS = 12;

    private static final int SHORT_LABEL = 4;
    private static final int TEN = 10;
    private static final double LEFT = 7;
    private static final double TOP = 5;
    private static final double FLOOR = 86;
    private static final double PERCENT = 100;
    private static final double BAR_PART = 0.72;

    /** @param kind by which the style knows its colour */
    record Key(String kind, String label) {}

    /** @param at from the start of the bar's drawing, in percents like the size */
    record Piece(String kind, String at, String size) {}

    /** @param at of a line across standing bars, from the top */
    record Mark(String at, String label) {}

    /**
     * @param label under or before it; empty where there is no room
     * @param spoken what it says beside its label and value; of a standing one all that it says
     * @param left where a standing one begins
     * @param middle of a standing one, where its label stands
     * @param width of a standing one
     */
    record Bar(
            String label, String spoken, String value, String left, String middle, String width, List<Piece> pieces) {}

    /** What a bar is of, in numbers, one for each key. */
    record Numbers(String label, List<Long> parts) {
        long total() {
            return parts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Standing bars in their order, every one of which is there though it counts nothing. */
    static ExploreChart standing(List<Key> keys, List<Numbers> numbers, Words words) {
        long most = highest(most(numbers));
        double room = (PERCENT - LEFT) / Math.max(1, numbers.size());
        int labels =
                numbers.stream().anyMatch(each -> each.label().length() > SHORT_LABEL) ? MOST_LABELS / 2 : MOST_LABELS;
        int every = (numbers.size() + labels - 1) / labels;
        List<Bar> bars = IntStream.range(0, numbers.size())
                .mapToObj(i -> {
                    Numbers each = numbers.get(i);
                    double left = LEFT + room * (i + (1 - BAR_PART) / 2);
                    double from = FLOOR;
                    List<Piece> pieces = new ArrayList<>();
                    for (int part = 0; part < keys.size(); part++) {
                        double size = (FLOOR - TOP) * each.parts().get(part) / most;
                        from -= size;
                        if (size > 0) {
                            pieces.add(new Piece(keys.get(part).kind(), share(from), share(size)));
                        }
                    }
                    return new Bar(
                            i % every == 0 ? each.label() : "",
                            spoken(each, keys, words),
                            words.number(each.total()),
                            share(left),
                            share(left + room * BAR_PART / 2),
                            share(room * BAR_PART),
                            pieces);
                })
                .toList();
        List<Mark> marks = List.of(0L, most / 2, most).stream()
                .distinct()
                .map(value -> new Mark(share(FLOOR - (FLOOR - TOP) * value / most), words.number(value)))
                .toList();
        return new ExploreChart(true, keys, bars, marks, numbers.size() <= MOST_STOPS);
    }

    /** Lying bars in this order, those that count nothing left out. */
    static ExploreChart lying(List<Key> keys, List<Numbers> numbers, Words words) {
        long most = Math.max(1, most(numbers));
        List<Bar> bars = numbers.stream()
                .filter(each -> each.total() > 0)
                .map(each -> {
                    double from = 0;
                    List<Piece> pieces = new ArrayList<>();
                    for (int part = 0; part < keys.size(); part++) {
                        double size = PERCENT * each.parts().get(part) / most;
                        if (size > 0) {
                            pieces.add(new Piece(keys.get(part).kind(), share(from), share(size)));
                        }
                        from += size;
                    }
                    return new Bar(
                            each.label(), parts(each, keys, words), words.number(each.total()), "", "", "", pieces);
                })
                .toList();
        return new ExploreChart(false, keys, bars, List.of(), false);
    }

    private static String spoken(Numbers each, List<Key> keys, Words words) {
        String total = each.label() + ": " + words.number(each.total());
        String parts = parts(each, keys, words);
        return parts.isEmpty() ? total : total + "; " + parts;
    }

    /** Empty when there is only one key, or nothing is counted. */
    private static String parts(Numbers each, List<Key> keys, Words words) {
        List<String> parts = new ArrayList<>();
        for (int part = 0; part < keys.size(); part++) {
            long count = each.parts().get(part);
            if (count > 0 && keys.size() > 1) {
                parts.add(keys.get(part).label().toLowerCase(Locale.ROOT) + " " + words.number(count));
            }
        }
        return String.join(", ", parts);
    }

    private static long most(List<Numbers> numbers) {
        return numbers.stream().mapToLong(Numbers::total).max().orElse(0);
    }

    /** A number to be halved, of one digit and zeros or the next half, that the highest bar fits under. */
    private static long highest(long most) {
        long step = 1;
        while (step * TEN < most) {
            step *= TEN;
        }
        long round = (most + step - 1) / step * step;
        return Math.max(2, round + round % 2);
    }

    private static String share(double percents) {
        return BigDecimal.valueOf(percents)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
