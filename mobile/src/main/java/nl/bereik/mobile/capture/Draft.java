package nl.bereik.mobile.capture;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.privacy.BoundText;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.PermitStatus;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * What a form starts with: each field that could be read, null or empty where not.
 *
 * @param on null for the day of the shift
 * @param dayPart null for that of the clock
 * @param note sealed, as told; null also when it is readable text, which is not kept
 * @param codeGiven as in the contact, unchanged; likewise {@code more}
 * @param unknown per field the texts in it that this version does not know
 */
public record Draft(
        @Nullable LocalDate on,
        @Nullable DayPart dayPart,
        @Nullable Channel channel,
        @Nullable String area,
        @Nullable Audience audience,
        @Nullable WorkForm workForm,
        @Nullable Gender gender,
        @Nullable AgeBand ageBand,
        @Nullable Encounter encounter,
        @Nullable PermitStatus permit,
        List<String> languages,
        List<Topic> topics,
        List<Service> services,
        List<Signal> signals,
        @Nullable BoundText note,
        boolean codeGiven,
        Map<String, @Nullable Object> more,
        Map<Field, List<String>> unknown) {
    private static final String CODE_GIVEN = "codeGiven";

    /** Nothing chosen. */
    public static final Draft EMPTY = of(JsonObject.of(Map.of()));

    /** As {@link #of(JsonObject, UUID)}, without the note. */
    public static Draft of(JsonObject body) {
        return of(body, null);
    }

    /**
     * All that can be read of a body, so that what was told once need not be typed again.
     *
     * @param item the item that told it, to which its note is bound
     */
    public static Draft of(JsonObject body, @Nullable UUID item) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(body.members());
        more.remove(CODE_GIVEN);
        for (Field field : Field.values()) {
            more.remove(field.wireName());
        }
        Map<Field, List<String>> unknown = new EnumMap<>(Field.class);
        return new Draft(
                day(body, unknown),
                code(body, Field.DAY_PART, DayPart.class, unknown),
                code(body, Field.CHANNEL, Channel.class, unknown),
                text(body, Field.AREA),
                code(body, Field.AUDIENCE, Audience.class, unknown),
                code(body, Field.WORK_FORM, WorkForm.class, unknown),
                code(body, Field.GENDER, Gender.class, unknown),
                code(body, Field.AGE_BAND, AgeBand.class, unknown),
                code(body, Field.ENCOUNTER, Encounter.class, unknown),
                code(body, Field.PERMIT, PermitStatus.class, unknown),
                texts(body, Field.LANGUAGES),
                codes(body, Field.TOPICS, Topic.class, unknown),
                codes(body, Field.SERVICES, Service.class, unknown),
                codes(body, Field.SIGNALS, Signal.class, unknown),
                item == null ? null : note(body, item),
                Boolean.TRUE.equals(body.get(CODE_GIVEN)),
                Collections.unmodifiableMap(more),
                Collections.unmodifiableMap(unknown));
    }

    /**
     * What the next contact is likely to have in common with the last one logged by hand: where, whom, how they work.
     *
     * @param items as in the outbox, oldest first
     */
    public static Draft afterLast(List<OutboxItem> items) {
        for (int i = items.size() - 1; i >= 0; i--) {
            OutboxItem item = items.get(i);
            if (!item.saved().imported() && item.saved().kind().equals(ContactCodec.KIND)) {
                return of(item.body()).place();
            }
        }
        return EMPTY;
    }

    private Draft place() {
        return new Draft(
                null, null, channel, area, audience, workForm, null, null, null, null, List.of(), List.of(), List.of(),
                List.of(), null, false, Map.of(), Map.of());
    }

    private static @Nullable BoundText note(JsonObject body, UUID item) {
        try {
            return body.get(Field.NOTE.wireName()) instanceof JsonObject json
                    ? new BoundText(item, SealedText.fromJson(json))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(JsonObject body, Map<Field, List<String>> unknown) {
        String text = text(body, Field.ON);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            keep(Field.ON, text, unknown);
            return null;
        }
    }

    private static @Nullable String text(JsonObject body, Field field) {
        return body.get(field.wireName()) instanceof String text ? text : null;
    }

    private static <E extends Enum<E>> @Nullable E code(
            JsonObject body, Field field, Class<E> type, Map<Field, List<String>> unknown) {
        String text = text(body, field);
        return text == null ? null : named(field, text, type, unknown);
    }

    private static <E extends Enum<E>> List<E> codes(
            JsonObject body, Field field, Class<E> type, Map<Field, List<String>> unknown) {
        List<E> codes = new ArrayList<>();
        for (String text : texts(body, field)) {
            E code = named(field, text, type, unknown);
            if (code != null) {
                codes.add(code);
            }
        }
        return codes;
    }

    private static List<String> texts(JsonObject body, Field field) {
        List<String> texts = new ArrayList<>();
        if (body.get(field.wireName()) instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private static <E extends Enum<E>> @Nullable E named(
            Field field, String name, Class<E> type, Map<Field, List<String>> unknown) {
        for (E code : type.getEnumConstants()) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        keep(field, name, unknown);
        return null;
    }

    private static void keep(Field field, String text, Map<Field, List<String>> unknown) {
        unknown.computeIfAbsent(field, same -> new ArrayList<>()).add(text);
    }
}
