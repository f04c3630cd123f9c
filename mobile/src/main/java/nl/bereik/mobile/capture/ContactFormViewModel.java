package nl.bereik.mobile.capture;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import nl.bereik.mobile.background.Attempt;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.reference.ReferenceData;
import org.jspecify.annotations.Nullable;

/**
 * A contact moment being filled in. Nothing of it is stored before {@link #save}: what is in it when the app locks is
 * lost, and the user is told so after unlocking. Called on the screen's thread.
 */
public final class ContactFormViewModel {
    /** How many days back a contact can be logged; older ones come in as a file. */
    static final int DAYS_BACK = 14;

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final ReferenceData reference;
    private final Clock clock;
    private final Function<NewTelling, UUID> storing;
    private final Consumer<UUID> stored;
    private final ContactFields fields;
    private final NoteViewModel note;
    private final LocalDate earliest;
    private final Map<Field, String> details = new EnumMap<>(Field.class);
    private final Map<Field, List<String>> unknown = new EnumMap<>(Field.class);

    private final ReadOnlyObjectWrapper<Map<Field, Reason>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private final Attempt<SaveTrouble> saving;
    private final BooleanProperty detailsOpen = new SimpleBooleanProperty();
    private boolean touched;

    /**
     * @param start what is filled in beforehand
     * @param refused what the server said of it; empty for a contact that it did not refuse
     * @param sealer seals the note
     * @param storing makes a contact durable, as {@link nl.bereik.mobile.outbox.Outbox#save}, and answers its id
     * @param stored is told the id once it is durable
     */
    public ContactFormViewModel(
            ReferenceData reference,
            Clock clock,
            Background background,
            Draft start,
            List<FieldProblem> refused,
            TextSealer sealer,
            Function<NewTelling, UUID> storing,
            Consumer<UUID> stored) {
        this.reference = reference;
        this.clock = clock;
        this.saving = new Attempt<>(background, SaveTrouble.NONE, SaveTrouble::of);
        this.storing = storing;
        this.stored = stored;
        this.fields = new ContactFields(start, today(), partNow());
        this.note = new NoteViewModel(sealer, start.note(), this::today);
        LocalDate usual = today().minusDays(DAYS_BACK);
        this.earliest = start.on() != null && start.on().isBefore(usual) ? start.on() : usual;
        unknown.putAll(start.unknown());
        Map<Field, Reason> told = new EnumMap<>(Field.class);
        for (FieldProblem problem : refused) {
            Field.named(problem.field()).ifPresent(field -> {
                told.put(field, problem.reason());
                details.put(field, problem.code());
            });
        }
        told.putAll(notUnderstood());
        problems.set(Map.copyOf(told));
        boolean incomplete = fields.required().entrySet().stream()
                .anyMatch(field -> field.getKey().summedUp() && field.getValue().get() == null);
        detailsOpen.set(
                incomplete || note.isUnreadable() || told.keySet().stream().anyMatch(Field::summedUp));
        fields.onChange(this::changed);
        note.textProperty().addListener((property, before, now) -> changed(Field.NOTE));
    }

    /** The values, to be read and set. */
    public ContactFields fields() {
        return fields;
    }

    /** The note, to be read and typed. */
    public NoteViewModel note() {
        return note;
    }

    /** Tells what is wrong with the note, before it is saved. */
    public void checkNote() {
        Map<Field, Reason> wrong = new EnumMap<>(Field.class);
        wrong.putAll(problems.get());
        wrong.putAll(wrongNote());
        problems.set(Map.copyOf(wrong));
    }

    /** What the organisation offers to choose from. */
    public ReferenceData reference() {
        return reference;
    }

    /** What is wrong, per field; a field leaves when it is changed. */
    public ReadOnlyObjectProperty<Map<Field, Reason>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** The texts in this field that this version does not know; empty once it was changed. */
    public List<String> unknown(Field field) {
        return unknown.getOrDefault(field, List.of());
    }

    /** The server's name for what is wrong with this field; empty when it said nothing of it. */
    public String reasonTold(Field field) {
        return details.getOrDefault(field, "");
    }

    /** Why the last try to save failed. */
    public ReadOnlyObjectProperty<SaveTrouble> troubleProperty() {
        return saving.troubleProperty();
    }

    /** Whether the fields are shown that are else summed up in one line. */
    public BooleanProperty detailsOpenProperty() {
        return detailsOpen;
    }

    /** Whether the user has changed anything, so that something is lost when it is thrown away. */
    public boolean touched() {
        return touched;
    }

    /** The first field in the form's order that something is wrong with. */
    public Optional<Field> firstProblem() {
        return problems.get().keySet().stream().min(Field::compareTo);
    }

    /** The day of the shift. */
    public LocalDate today() {
        return reference.dayOf(clock.instant());
    }

    public boolean canGoBack() {
        LocalDate on = fields.on().get();
        return on == null || on.isAfter(earliest);
    }

    public boolean canGoForward() {
        LocalDate on = fields.on().get();
        return on != null && on.isBefore(today());
    }

    /** Moves the day by so many days as far as it may go: not before the day that a contact told earlier was on. */
    public void moveDay(int days) {
        LocalDate day = Objects.requireNonNullElse(fields.on().get(), today()).plusDays(days);
        fields.on().set(day.isAfter(today()) ? today() : day.isBefore(earliest) ? earliest : day);
    }

    /** Saves; when something is missing says what, and when the disk fails keeps all that is filled in. */
    public void save() {
        save(stored);
    }

    /** As {@link #save()}; another is told the id. */
    public void save(Consumer<UUID> told) {
        if (saving.underWay()) {
            return;
        }
        saving.forget();
        Map<Field, Reason> wrong = check();
        problems.set(wrong);
        if (!wrong.isEmpty()) {
            if (wrong.keySet().stream().anyMatch(Field::summedUp)) {
                detailsOpen.set(true);
            }
            return;
        }
        ContactMoment contact = fields.toContact();
        Function<UUID, @Nullable SealedText> sealing = note.sealing();
        saving.run(() -> storing.apply(opId -> contact.withNote(sealing.apply(opId))), told);
    }

    private Map<Field, Reason> check() {
        Map<Field, Reason> wrong = new EnumMap<>(Field.class);
        fields.required().forEach((field, value) -> {
            if (value.get() == null) {
                wrong.put(field, Reason.MISSING_FIELD);
            }
        });
        LocalDate on = fields.on().get();
        if (on != null && on.isAfter(today())) {
            wrong.put(Field.ON, Reason.DATE_IN_FUTURE);
        } else if (on != null && on.isBefore(ContactMoment.EARLIEST)) {
            wrong.put(Field.ON, Reason.DATE_BEFORE_2000);
        }
        String area = fields.area().get();
        if (area != null && !reference.areaCodes().contains(area)) {
            wrong.put(Field.AREA, Reason.UNKNOWN_CODE);
        }
        wrong.putAll(wrongNote());
        wrong.putAll(notUnderstood());
        return Map.copyOf(wrong);
    }

    /** A note that is too long or could identify somebody; the note itself says which. */
    private Map<Field, Reason> wrongNote() {
        return note.check().mayBeSaved() ? Map.of() : Map.of(Field.NOTE, Reason.NOT_APPLICABLE);
    }

    /** Fields that would lose what this version does not know, if they were saved without having been chosen anew. */
    private Map<Field, Reason> notUnderstood() {
        Map<Field, Reason> wrong = new EnumMap<>(Field.class);
        unknown.keySet().stream()
                .filter(field -> field != Field.PERMIT || fields.channel().get() == Channel.ZONE)
                .forEach(field -> wrong.put(field, Reason.UNKNOWN_CODE));
        return wrong;
    }

    private void changed(Field field) {
        touched = true;
        unknown.remove(field);
        if (problems.get().containsKey(field)) {
            Map<Field, Reason> rest = new EnumMap<>(problems.get());
            rest.remove(field);
            problems.set(Map.copyOf(rest));
        }
    }

    private DayPart partNow() {
        LocalTime now = LocalTime.ofInstant(clock.instant(), reference.zone());
        if (now.isBefore(reference.dayBeginsAt())) {
            return DayPart.NIGHT;
        }
        return now.isBefore(LocalTime.NOON)
                ? DayPart.MORNING
                : now.isBefore(EVENING) ? DayPart.AFTERNOON : DayPart.EVENING;
    }
}
