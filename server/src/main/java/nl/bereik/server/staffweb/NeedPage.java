package nl.bereik.server.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One need as it is shown, every text ready for the language of the page.
 *
 * @param stands how it stands, for a form to tell what was on the page; never shown
 * @param due until when somebody must accept it, or for how long that has been over; null when it does not matter
 * @param acts what the coordinator can do now, in the order to show
 */
record NeedPage(
        String id,
        String reference,
        String stands,
        String title,
        String tone,
        String urgency,
        String state,
        @Nullable String due,
        boolean overdue,
        List<Field> fields,
        List<String> signals,
        List<Line> timeline,
        List<Act> acts) {

    /** Something that is known of it. */
    record Field(String label, String value) {}

    /** Something that was done. @param why null when there is nothing to say */
    record Line(String when, String what, @Nullable String why) {}

    /**
     * Something to do.
     *
     * @param path its part of the address
     * @param hint what it comes to
     * @param people whom to choose from; empty when it names nobody
     * @param asksFirst whether something is lost, so that it is asked first
     */
    record Act(String path, String label, String hint, List<NeedCard.Choice> people, boolean asksFirst) {}
}
