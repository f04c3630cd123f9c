package nl.bereik.mobile.activity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import nl.bereik.mobile.background.Attempt;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.capture.SaveTrouble;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.reference.ReferenceData;

/**
 * A registration, consultation or prevention activity being filled in. Nothing of it is stored before {@link #save}.
 * Called on the screen's thread.
 */
public final class ActivityFormViewModel {
    /** How many days back one can be told; older ones come in as a file. */
    static final int DAYS_BACK = 60;

    private static final int TEN = 10;

    private final ReferenceData reference;
    private final ActivityStart start;
    private final LocalDate today;
    private final Function<Activity, UUID> storing;
    private final Consumer<UUID> stored;
    private final ObjectProperty<LocalDate> on = new SimpleObjectProperty<>();
    private final ObjectProperty<String> area = new SimpleObjectProperty<>();
    private final ObjectProperty<RegistrationSource> source = new SimpleObjectProperty<>();
    private final ObservableSet<Topic> topics = FXCollections.observableSet(new TreeSet<>());
    private final ObjectProperty<String> programme = new SimpleObjectProperty<>();
    private final ObjectProperty<Audience> audience = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> participants = new SimpleObjectProperty<>(0);
    private final ReadOnlyObjectWrapper<Map<String, FieldProblem>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private final Attempt<SaveTrouble> saving;
    private boolean touched;

    /**
     * @param today the day of the shift, the last day that can be chosen
     * @param storing makes it durable and answers its id
     * @param stored is told the id once it is durable
     */
    public ActivityFormViewModel(
            ReferenceData reference,
            LocalDate today,
            Background background,
            ActivityStart start,
            Function<Activity, UUID> storing,
            Consumer<UUID> stored) {
        this.reference = reference;
        this.today = today;
        this.saving = new Attempt<>(background, SaveTrouble.NONE, SaveTrouble::of);
        this.start = start;
        this.storing = storing;
        this.stored = stored;
        on.set(Objects.requireNonNullElse(start.on(), today));
        area.set(start.area() != null && reference.areaCodes().contains(start.area()) ? start.area() : null);
        source.set(start.source());
        topics.addAll(start.topics());
        programme.set(
                start.programme() != null && reference.programmeCodes().contains(start.programme())
                        ? start.programme()
                        : null);
        audience.set(start.audience());
        participants.set(start.participants());
        Map<String, FieldProblem> refused = new LinkedHashMap<>();
        start.refused().forEach(problem -> refused.put(problem.field(), problem));
        problems.set(Map.copyOf(refused));
        watch("on", on);
        watch("area", area);
        watch("source", source);
        watch("programme", programme);
        watch("audience", audience);
        watch("participants", participants);
        topics.addListener((SetChangeListener<Topic>) change -> changed("topics"));
    }

    /** The kind of the item that will tell it. */
    public String kind() {
        return start.kind();
    }

    public ObjectProperty<LocalDate> on() {
        return on;
    }

    /** The first day that can be chosen. */
    public LocalDate earliest() {
        LocalDate earliest = today.minusDays(DAYS_BACK);
        return start.on() != null && start.on().isBefore(earliest) ? start.on() : earliest;
    }

    /** The last day that can be chosen. */
    public LocalDate today() {
        return today;
    }

    public ObjectProperty<String> area() {
        return area;
    }

    public ObjectProperty<RegistrationSource> source() {
        return source;
    }

    public ObservableSet<Topic> topics() {
        return topics;
    }

    public ObjectProperty<String> programme() {
        return programme;
    }

    public ObjectProperty<Audience> audience() {
        return audience;
    }

    /** 0 while it is not known. */
    public ReadOnlyObjectProperty<Integer> participants() {
        return participants;
    }

    /** One more or fewer, as far as it makes sense. */
    public void addParticipants(int more) {
        participants.set(Math.max(0, Math.min(PreventionActivity.MOST_PARTICIPANTS, participants.get() + more)));
    }

    /** Puts a digit behind the number; one that would make it too large is passed over. */
    public void typeParticipants(int digit) {
        int typed = participants.get() * TEN + digit;
        if (typed <= PreventionActivity.MOST_PARTICIPANTS) {
            participants.set(typed);
        }
    }

    /** Takes the last digit off the number. */
    public void eraseParticipants() {
        participants.set(participants.get() / TEN);
    }

    /** What the organisation offers to choose from. */
    public ReferenceData reference() {
        return reference;
    }

    /** What is wrong, by the field's name on the wire; a field leaves when it is changed. */
    public ReadOnlyObjectProperty<Map<String, FieldProblem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Why the last try to save failed. */
    public ReadOnlyObjectProperty<SaveTrouble> troubleProperty() {
        return saving.troubleProperty();
    }

    /** Whether the user has changed anything, so that something is lost when it is thrown away. */
    public boolean touched() {
        return touched;
    }

    /** Saves; when something is missing says what, and when the disk fails keeps all that is filled in. */
    public void save() {
        if (saving.underWay()) {
            return;
        }
        saving.forget();
        problems.set(check());
        if (!problems.get().isEmpty()) {
            return;
        }
        Activity activity = activity();
        saving.run(() -> storing.apply(activity), stored);
    }

    private Activity activity() {
        return switch (kind()) {
            case Registration.KIND -> new Registration(on.get(), source.get(), area.get(), start.more());
            case Consultation.KIND -> new Consultation(on.get(), area.get(), new TreeSet<>(topics), start.more());
            default ->
                new PreventionActivity(
                        on.get(), programme.get(), audience.get(), participants.get(), area.get(), start.more());
        };
    }

    private Map<String, FieldProblem> check() {
        Map<String, FieldProblem> wrong = new HashMap<>();
        require(wrong, "area", area.get() != null);
        require(wrong, "source", source.get() != null || !kind().equals(Registration.KIND));
        if (kind().equals(PreventionActivity.KIND)) {
            require(wrong, "programme", programme.get() != null);
            require(wrong, "audience", audience.get() != null);
            require(wrong, "participants", participants.get() > 0);
        }
        if (on.get().isAfter(today)) {
            wrong.put("on", new FieldProblem("on", Reason.DATE_IN_FUTURE));
        }
        return Map.copyOf(wrong);
    }

    private static void require(Map<String, FieldProblem> wrong, String field, boolean given) {
        if (!given) {
            wrong.put(field, new FieldProblem(field, Reason.MISSING_FIELD));
        }
    }

    private void watch(String field, ObservableValue<?> value) {
        value.addListener((property, before, now) -> changed(field));
    }

    private void changed(String field) {
        touched = true;
        Map<String, FieldProblem> rest = new HashMap<>(problems.get());
        if (rest.remove(field) != null) {
            problems.set(Map.copyOf(rest));
        }
    }
}
