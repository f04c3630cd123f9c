package nl.bereik.mobile.capture;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.mobile.outbox.OutboxItem;
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
import org.jspecify.annotations.Nullable;

/**
 * What a form starts with: each field that could be read, null or empty where not.
 *
 * @param on null for the day of the shift
 * @param dayPart null for that of the clock
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
        List<Signal> signals) {

    /** Nothing chosen. */
    public static final Draft EMPTY = new Draft(
            null, null, null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of());

    /** All that can be read of a body, so that what was refused need not be typed again. */
    public static Draft of(JsonObject body) {
        return new Draft(
                day(body),
                code(body, Field.DAY_PART, DayPart.class),
                code(body, Field.CHANNEL, Channel.class),
                text(body, Field.AREA),
                code(body, Field.AUDIENCE, Audience.class),
                code(body, Field.WORK_FORM, WorkForm.class),
                code(body, Field.GENDER, Gender.class),
                code(body, Field.AGE_BAND, AgeBand.class),
                code(body, Field.ENCOUNTER, Encounter.class),
                code(body, Field.PERMIT, PermitStatus.class),
                texts(body, Field.LANGUAGES),
                codes(body, Field.TOPICS, Topic.class),
                codes(body, Field.SERVICES, Service.class),
                codes(body, Field.SIGNALS, Signal.class));
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
                Draft last = of(item.body());
                return new Draft(
                        null,
                        null,
                        last.channel(),
                        last.area(),
                        last.audience(),
                        last.workForm(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
            }
        }
        return EMPTY;
    }

    private static @Nullable LocalDate day(JsonObject body) {
        String text = text(body, Field.ON);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonObject body, Field field) {
        return body.get(field.wireName()) instanceof String text ? text : null;
    }

    private static <E extends Enum<E>> @Nullable E code(JsonObject body, Field field, Class<E> type) {
        return named(text(body, field), type);
    }

    private static <E extends Enum<E>> List<E> codes(JsonObject body, Field field, Class<E> type) {
        List<E> codes = new ArrayList<>();
        for (String text : texts(body, field)) {
            E code = named(text, type);
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

    private static <E extends Enum<E>> @Nullable E named(@Nullable String name, Class<E> type) {
        for (E code : type.getEnumConstants()) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        return null;
    }
}
