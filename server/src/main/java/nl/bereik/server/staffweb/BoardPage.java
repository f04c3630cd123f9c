package nl.bereik.server.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The board with needs as it is shown, every text ready for the language of the page.
 *
 * @param summary one sentence, read aloud when the needs change
 * @param none whether there are no needs at all, whatever is asked for
 * @param noneFit whether there are needs and none is what is asked for
 * @param query what is asked for, with its question mark; empty for all
 * @param next after how many seconds something becomes overdue; null when nothing does
 * @param people who can be asked to take needs, for several at once
 */
record BoardPage(
        String asOf,
        String summary,
        boolean none,
        boolean noneFit,
        String query,
        boolean filtered,
        @Nullable Long next,
        Menus menus,
        List<Column> columns,
        List<NeedCard.Choice> people) {

    /** Needs that stand at the same place. @param code by which the page knows it */
    record Column(String code, String title, String count, List<NeedCard> cards) {}

    /** What can be asked for. @param teams empty when there is only one */
    record Menus(
            List<Choice> teams,
            List<Choice> domains,
            List<Choice> urgencies,
            List<Choice> areas,
            List<Choice> people,
            boolean signals,
            boolean overdue) {}

    /** One of a closed menu. */
    record Choice(String value, String label, boolean chosen) {}
}
