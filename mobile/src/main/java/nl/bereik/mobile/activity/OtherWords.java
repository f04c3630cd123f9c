package nl.bereik.mobile.activity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.reference.Programme;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.ExitSustained;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;

/** Activities and steps of trajectories in words. */
public final class OtherWords {
    private static final char NO_BREAK = '\u00a0';

    private final Texts texts;
    private final ReferenceData reference;

    public OtherWords(Texts texts, ReferenceData reference) {
        this.texts = texts;
        this.reference = reference;
    }

    /** What a line is, in one line; with the day when it is not today's. */
    public String title(OtherLine line, LocalDate today) {
        List<String> words = new ArrayList<>();
        Activity activity = line.activity();
        TrajectoryStep step = line.step();
        if (activity != null) {
            words.add(kind(activity.kind()));
            addDay(words, activity.on(), today);
        } else if (step != null) {
            words.add(kind(line.kind()) + ": " + small(step(step.what())));
            addDay(words, step.on(), today);
        } else {
            words.add(kind(line.kind()));
        }
        return String.join(" · ", words);
    }

    /** What else there is to say of a line; may be empty. */
    public String about(OtherLine line) {
        List<String> words = new ArrayList<>();
        if (line.takenBack()) {
            words.add(texts.get("other.takenBack"));
        }
        if (line.activity() != null) {
            words.addAll(about(line.activity()));
        }
        if (line.step() != null && line.step().what() instanceof Start start) {
            words.add(person(start));
        }
        return String.join(" · ", words);
    }

    private List<String> about(Activity activity) {
        List<String> words = new ArrayList<>();
        if (activity instanceof Registration registration) {
            words.add(texts.label(registration.source()));
        }
        if (activity instanceof PreventionActivity prevention) {
            words.add(programme(prevention.programme()));
            words.add(texts.label(prevention.audience()));
            words.add(texts.get("other.participants", prevention.participants()));
        }
        words.add(activity.area());
        if (activity instanceof Consultation consultation) {
            consultation.topics().forEach(topic -> words.add(small(texts.label(topic))));
        }
        return words;
    }

    /** The name of an item's kind. */
    public String kind(String kind) {
        return texts.get("other.kind." + kind);
    }

    /** The name of a programme; its code when it has none here. */
    public String programme(String code) {
        return reference.programmes().stream()
                .filter(programme -> programme.code().equals(code))
                .map(Programme::name)
                .findFirst()
                .orElse(code);
    }

    /** What a step tells. */
    public String step(What what) {
        if (what instanceof Start) {
            return texts.get("step.start");
        }
        if (what instanceof InPhase inPhase) {
            String phase = texts.label(inPhase.phase());
            return inPhase.enter() ? texts.get("step.enter", phase) : texts.get("step.leave", phase);
        }
        if (what instanceof End end) {
            return texts.label(end.end());
        }
        return what instanceof ExitSustained ? texts.get("step.sustained") : texts.get("step.relapse");
    }

    /** For whom a trajectory is, as far as is told. */
    public String person(Start start) {
        List<String> words = new ArrayList<>();
        words.add(start.gender() == Gender.UNKNOWN ? texts.get("today.unknownPerson") : texts.label(start.gender()));
        if (start.ageBand() != AgeBand.UNKNOWN) {
            words.add(texts.shortLabel(start.ageBand()).replace(' ', NO_BREAK));
        }
        if (start.involuntary()) {
            words.add(texts.get("trajectory.involuntary.short"));
        }
        return String.join(" · ", words);
    }

    /** A day without its year. */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMM", texts.locale())).replace(' ', NO_BREAK);
    }

    /** Why something was refused or is under review. */
    public String problems(List<FieldProblem> problems) {
        List<String> words = new ArrayList<>();
        problems.forEach(
                problem -> words.add(texts.get("problem." + problem.reason(), field(problem.field()), problem.code())));
        return String.join(" ", words);
    }

    private String field(String wireName) {
        return switch (wireName) {
            case "" -> texts.get("other.whole");
            case "on" -> texts.get("other.on");
            default -> texts.field(wireName);
        };
    }

    private void addDay(List<String> words, LocalDate day, LocalDate today) {
        if (!day.equals(today)) {
            words.add(day(day));
        }
    }

    private String small(String text) {
        return text.toLowerCase(texts.locale());
    }
}
