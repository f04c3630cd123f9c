package nl.bereik.server.staffweb;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;
import nl.bereik.protocol.target.TargetProgress;
import nl.bereik.server.target.Target;

/**
 * A target as it is shown, every text ready for the language of the page.
 *
 * @param period its name, for addresses
 * @param figure its code, for addresses
 * @param about what is not said by the label, such as what is counted; may be empty
 * @param stands how far it has come and, while the period runs, at which pace, in a sentence
 * @param through until when was counted
 * @param state how it stands, by which it is coloured
 * @param standing the same in a word or two
 * @param width of the bar, in percents
 * @param due how much of the period is over, in percents; 0 or 100 when none or all of it is
 */
record TargetRow(
        String region,
        String period,
        String periodLabel,
        String figure,
        String label,
        String about,
        String stands,
        String through,
        State state,
        String standing,
        int width,
        int due) {
    private static final int PERCENT = 100;

    enum State {
        NOT_BEGUN,
        BEHIND,
        ON_COURSE,
        REACHED,
        MISSED
    }

    static TargetRow of(Target target, Words words) {
        TargetProgress progress = target.progress();
        State state = state(progress);
        String figure = progress.figure().name();
        return new TargetRow(
                target.key().region(),
                progress.period().name(),
                words.period(progress.period()),
                figure,
                words.text("target." + figure),
                words.textOr("target." + figure + ".about", ""),
                stands(progress, words),
                progress.begun() ? words.text("targets.through", words.day(progress.through())) : "",
                state,
                words.text("targets.state." + state),
                Math.toIntExact(Math.min(PERCENT, progress.percent())),
                due(progress));
    }

    private static State state(TargetProgress progress) {
        if (progress.reached()) {
            return State.REACHED;
        }
        if (progress.over()) {
            return State.MISSED;
        }
        if (!progress.begun()) {
            return State.NOT_BEGUN;
        }
        return progress.onCourse() ? State.ON_COURSE : State.BEHIND;
    }

    private static String stands(TargetProgress progress, Words words) {
        String counted = words.number(progress.counted());
        String number = words.number(progress.number());
        OptionalLong expected = progress.expected();
        if (expected.isEmpty()) {
            String first = words.day(progress.period().first().atDay(1));
            return words.text("targets.stands.notBegun", counted, number, first);
        }
        return progress.over()
                ? words.text("targets.stands.over", counted, number, words.day(progress.last()))
                : words.text(
                        "targets.stands.runs",
                        counted,
                        number,
                        words.number(expected.getAsLong()),
                        words.day(progress.last()));
    }

    private static int due(TargetProgress progress) {
        long days = ChronoUnit.DAYS.between(progress.period().first().atDay(1), progress.last()) + 1;
        long done = ChronoUnit.DAYS.between(progress.period().first().atDay(1), progress.through()) + 1;
        return Math.toIntExact(done * PERCENT / days);
    }

    /** By which the style knows the state; public for the templates. */
    public String kind() {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
