package nl.bereik.mobile.capture;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.PermitStatus;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;

/** The values in the form; a property holds null while nothing is chosen. */
public final class ContactFields {
    private final Draft start;
    private final ObjectProperty<LocalDate> on = new SimpleObjectProperty<>();
    private final ObjectProperty<DayPart> dayPart = new SimpleObjectProperty<>();
    private final ObjectProperty<Channel> channel = new SimpleObjectProperty<>();
    private final ObjectProperty<String> area = new SimpleObjectProperty<>();
    private final ObjectProperty<Audience> audience = new SimpleObjectProperty<>();
    private final ObjectProperty<WorkForm> workForm = new SimpleObjectProperty<>();
    private final ObjectProperty<Gender> gender = new SimpleObjectProperty<>();
    private final ObjectProperty<AgeBand> ageBand = new SimpleObjectProperty<>();
    private final ObjectProperty<Encounter> encounter = new SimpleObjectProperty<>();
    private final ObjectProperty<PermitStatus> permit = new SimpleObjectProperty<>();
    private final ObservableSet<String> languages = FXCollections.observableSet(new TreeSet<>());
    private final ObservableSet<Topic> topics = FXCollections.observableSet(new TreeSet<>());
    private final ObservableSet<Service> services = FXCollections.observableSet(new TreeSet<>());
    private final ObservableSet<Signal> signals = FXCollections.observableSet(new TreeSet<>());

    /**
     * @param today for a draft without a day; likewise the part of the day. Never in the place of one not understood
     */
    ContactFields(Draft draft, LocalDate today, DayPart now) {
        start = draft;
        on.set(draft.on() == null && !draft.unknown().containsKey(Field.ON) ? today : draft.on());
        dayPart.set(draft.dayPart() == null && !draft.unknown().containsKey(Field.DAY_PART) ? now : draft.dayPart());
        channel.set(draft.channel());
        area.set(draft.area());
        audience.set(draft.audience());
        workForm.set(draft.workForm());
        gender.set(draft.gender());
        ageBand.set(draft.ageBand());
        encounter.set(draft.encounter());
        permit.set(draft.permit());
        languages.addAll(draft.languages());
        topics.addAll(draft.topics());
        services.addAll(draft.services());
        signals.addAll(draft.signals());
    }

    public ObjectProperty<LocalDate> on() {
        return on;
    }

    public ObjectProperty<DayPart> dayPart() {
        return dayPart;
    }

    public ObjectProperty<Channel> channel() {
        return channel;
    }

    public ObjectProperty<String> area() {
        return area;
    }

    public ObjectProperty<Audience> audience() {
        return audience;
    }

    public ObjectProperty<WorkForm> workForm() {
        return workForm;
    }

    public ObjectProperty<Gender> gender() {
        return gender;
    }

    public ObjectProperty<AgeBand> ageBand() {
        return ageBand;
    }

    public ObjectProperty<Encounter> encounter() {
        return encounter;
    }

    /** Of no account unless the channel is {@link Channel#ZONE}. */
    public ObjectProperty<PermitStatus> permit() {
        return permit;
    }

    public ObservableSet<String> languages() {
        return languages;
    }

    public ObservableSet<Topic> topics() {
        return topics;
    }

    public ObservableSet<Service> services() {
        return services;
    }

    public ObservableSet<Signal> signals() {
        return signals;
    }

    /** The fields of which one value must be chosen. */
    Map<Field, ObjectProperty<?>> required() {
        Map<Field, ObjectProperty<?>> fields = new EnumMap<>(Field.class);
        fields.put(Field.CHANNEL, channel);
        fields.put(Field.ON, on);
        fields.put(Field.DAY_PART, dayPart);
        fields.put(Field.AREA, area);
        fields.put(Field.AUDIENCE, audience);
        fields.put(Field.WORK_FORM, workForm);
        fields.put(Field.GENDER, gender);
        fields.put(Field.AGE_BAND, ageBand);
        fields.put(Field.ENCOUNTER, encounter);
        return fields;
    }

    /** Calls back after each change of a field. */
    void onChange(Consumer<Field> listener) {
        Map<Field, Observable> all = new EnumMap<>(required());
        all.put(Field.PERMIT, permit);
        all.put(Field.LANGUAGES, languages);
        all.put(Field.TOPICS, topics);
        all.put(Field.SERVICES, services);
        all.put(Field.SIGNALS, signals);
        all.forEach((field, value) -> value.addListener(change -> {
            // Reading it makes a property tell of its next change as well.
            if (value instanceof ObjectProperty<?> property) {
                property.get();
            }
            listener.accept(field);
        }));
    }

    /** @throws IllegalArgumentException when a rule of a contact is broken; required fields must be chosen */
    ContactMoment toContact() {
        return new ContactMoment(
                on.get(),
                dayPart.get(),
                channel.get(),
                area.get(),
                audience.get(),
                workForm.get(),
                gender.get(),
                ageBand.get(),
                encounter.get(),
                channel.get() == Channel.ZONE ? permit.get() : null,
                new TreeSet<>(languages),
                new TreeSet<>(topics),
                new TreeSet<>(services),
                new TreeSet<>(signals),
                start.codeGiven(),
                start.more());
    }
}
