package nl.bereik.mobile.inbox;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import nl.bereik.mobile.background.Attempt;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.need.NeedDraft;
import nl.bereik.mobile.need.NeedText;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.privacy.FreeText;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reference.ReferenceData;

/**
 * A need being told. Nothing of it is stored before {@link #save}; saving again after a failure raises it once. Called
 * on the screen's thread.
 */
public final class NeedFormViewModel {
    /** What the language is when any will do. */
    public static final String ANY = "";

    private final ReferenceData reference;
    private final NeedStart start;
    private final BiConsumer<UUID, NeedDraft> storing;
    private final Consumer<UUID> stored;
    private final UUID id;
    private final boolean canWriteTexts;
    private final LocalDate today;
    private final ObjectProperty<Topic> lifeDomain = new SimpleObjectProperty<>();
    private final ObjectProperty<Urgency> urgency = new SimpleObjectProperty<>();
    private final ObjectProperty<String> area = new SimpleObjectProperty<>();
    private final ObjectProperty<String> language = new SimpleObjectProperty<>(ANY);
    private final Wishes wishes;
    private final ObjectProperty<Boolean> consent = new SimpleObjectProperty<>(false);
    private final Map<NeedText, StringProperty> texts = new EnumMap<>(NeedText.class);
    private final ReadOnlyObjectWrapper<Set<Missing>> missing = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Set<NeedText>> wrong = new ReadOnlyObjectWrapper<>(Set.of());
    private final Attempt<NeedTrouble> saving;
    private boolean touched;

    /** What has to be chosen, in the order of the form. */
    public enum Missing {
        LIFE_DOMAIN,
        URGENCY,
        AREA
    }

    /**
     * @param storing makes a need durable under an id, as {@link Needs#raise}
     * @param stored is told the id once it is durable
     */
    public NeedFormViewModel(
            ReferenceData reference,
            Needs needs,
            Background background,
            NeedStart start,
            BiConsumer<UUID, NeedDraft> storing,
            Consumer<UUID> stored) {
        this.reference = reference;
        this.saving = new Attempt<>(background, NeedTrouble.NONE, NeedTrouble::of);
        this.start = start;
        this.storing = storing;
        this.stored = stored;
        this.id = needs.newId();
        this.canWriteTexts = needs.canWriteTexts();
        this.today = needs.today();
        lifeDomain.set(start.lifeDomain());
        urgency.set(start.urgency());
        area.set(start.area() != null && reference.areaCodes().contains(start.area()) ? start.area() : null);
        language.set(start.language() == null ? ANY : start.language());
        wishes = new Wishes(needs.people(), start.partner(), start.person());
        consent.set(start.consent());
        for (NeedText which : NeedText.values()) {
            StringProperty text = new SimpleStringProperty(start.texts().getOrDefault(which, ""));
            text.addListener((property, before, now) -> {
                touched = true;
                without(which);
            });
            texts.put(which, text);
        }
        watch(lifeDomain, Missing.LIFE_DOMAIN);
        watch(urgency, Missing.URGENCY);
        watch(area, Missing.AREA);
        language.addListener((property, before, now) -> touched = true);
        wishes.partner().addListener((property, before, now) -> touched = true);
        wishes.person().addListener((property, before, now) -> touched = true);
        consent.addListener((property, before, now) -> touched = true);
    }

    public ObjectProperty<Topic> lifeDomain() {
        return lifeDomain;
    }

    public ObjectProperty<Urgency> urgency() {
        return urgency;
    }

    public ObjectProperty<String> area() {
        return area;
    }

    /** {@link #ANY} when any will do. */
    public ObjectProperty<String> language() {
        return language;
    }

    /** Whom the person would like. */
    public Wishes wishes() {
        return wishes;
    }

    /** Whether the person agrees to being referred. */
    public ObjectProperty<Boolean> consent() {
        return consent;
    }

    public StringProperty text(NeedText which) {
        return texts.getOrDefault(which, new SimpleStringProperty());
    }

    /** Whether texts can be written: not before this phone has the key of its team. */
    public boolean canWriteTexts() {
        return canWriteTexts;
    }

    /** What the organisation offers to choose from. */
    public ReferenceData reference() {
        return reference;
    }

    /** What has still to be chosen. */
    public ReadOnlyObjectProperty<Set<Missing>> missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** The texts that may not be saved as they are. */
    public ReadOnlyObjectProperty<Set<NeedText>> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /** Why the last try to save failed. */
    public ReadOnlyObjectProperty<NeedTrouble> troubleProperty() {
        return saving.troubleProperty();
    }

    /** Whether the user has changed anything, so that something is lost when it is thrown away. */
    public boolean touched() {
        return touched;
    }

    /** A text as it is typed now, looked through. */
    public FreeText check(NeedText which) {
        return FreeText.of(text(which).get(), today);
    }

    /** Tells what is wrong with the texts, before they are saved. */
    public void checkTexts() {
        Set<NeedText> found = new LinkedHashSet<>();
        Arrays.stream(NeedText.values())
                .filter(which -> !check(which).mayBeSaved())
                .forEach(found::add);
        wrong.set(Set.copyOf(found));
    }

    /** Saves; when something is missing or wrong says what, and when the disk fails keeps all that is filled in. */
    public void save() {
        if (saving.underWay()) {
            return;
        }
        saving.forget();
        missing.set(notChosen());
        checkTexts();
        if (!missing.get().isEmpty() || !wrong.get().isEmpty()) {
            return;
        }
        NeedDraft draft = draft();
        saving.run(
                () -> {
                    storing.accept(id, draft);
                    return id;
                },
                stored);
    }

    private NeedDraft draft() {
        Map<NeedText, String> typed = new EnumMap<>(NeedText.class);
        texts.forEach((which, text) -> typed.put(which, text.get()));
        return new NeedDraft(
                start.contact(),
                area.get(),
                lifeDomain.get(),
                urgency.get(),
                language.get().equals(ANY) ? null : language.get(),
                wishes.partnerOrNull(),
                wishes.personOrNull(),
                consent.get(),
                start.signals(),
                typed);
    }

    private Set<Missing> notChosen() {
        Set<Missing> open = new LinkedHashSet<>();
        if (lifeDomain.get() == null) {
            open.add(Missing.LIFE_DOMAIN);
        }
        if (urgency.get() == null) {
            open.add(Missing.URGENCY);
        }
        if (area.get() == null) {
            open.add(Missing.AREA);
        }
        return open;
    }

    private void watch(ObjectProperty<?> value, Missing which) {
        value.addListener((property, before, now) -> {
            touched = true;
            if (missing.get().contains(which)) {
                Set<Missing> rest = new LinkedHashSet<>(missing.get());
                rest.remove(which);
                missing.set(rest);
            }
        });
    }

    private void without(NeedText which) {
        if (wrong.get().contains(which)) {
            Set<NeedText> rest = new LinkedHashSet<>(wrong.get());
            rest.remove(which);
            wrong.set(rest);
        }
    }
}
