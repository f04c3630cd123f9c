package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.SignInController.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import nl.bereik.server.target.TargetKey;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a coordinator filled in to agree a target, as it was typed, so that it can be shown again. */
record TargetForm(String region, PeriodField period, String figure, String number) {
    private static final int MOST_DIGITS = 12;

    /** What came of reading it: a key and a number, or what is wrong. */
    record Read(@Nullable TargetKey key, long number, List<PeriodField.Problem> problems) {}

    static TargetForm of(MultiValueMap<String, String> form) {
        return new TargetForm(
                text(form, "region"),
                PeriodField.of(form),
                text(form, "figure"),
                text(form, "number").strip());
    }

    /** @param regions those that may be chosen */
    Read read(List<String> regions) {
        List<PeriodField.Problem> problems = new ArrayList<>();
        if (!regions.contains(region)) {
            problems.add(new PeriodField.Problem("region", "targets.problem.region"));
        }
        PeriodField.Read span = period.read();
        problems.addAll(span.problems());
        @Nullable TargetFigure counted = figure(figure);
        if (counted == null) {
            problems.add(new PeriodField.Problem("figure", "targets.problem.figure"));
        }
        long agreed = number(number);
        if (agreed == 0) {
            problems.add(new PeriodField.Problem("number", "targets.problem.number"));
        }
        return problems.isEmpty()
                ? new Read(
                        new TargetKey(region, Objects.requireNonNull(span.period()), Objects.requireNonNull(counted)),
                        agreed,
                        problems)
                : new Read(null, 0, problems);
    }

    /** Null when it is none. */
    static @Nullable TargetFigure figure(String name) {
        return Arrays.stream(TargetFigure.values())
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** 0 when it is no number that can be agreed. */
    static long number(String typed) {
        if (typed.isEmpty() || typed.length() > MOST_DIGITS || !typed.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        long number = Long.parseLong(typed);
        return number > TargetProgress.MOST ? 0 : number;
    }
}
