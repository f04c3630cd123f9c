package nl.bereik.protocol.contact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one body and gathers every problem instead of stopping at the first. */
public final class BodyReader {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final JsonObject body;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<String> read = new HashSet<>();

    public BodyReader(JsonObject body) {
        this.body = body;
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    /** The members that no call has asked for. */
    public Map<String, @Nullable Object> rest() {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(body.members());
        rest.keySet().removeAll(read);
        return rest;
    }

    public @Nullable LocalDate day(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(ContactMoment.EARLIEST)) {
                return problem(field, Reason.DATE_BEFORE_2000);
            }
            return day;
        } catch (DateTimeException e) {
            return problem(field, Reason.WRONG_TYPE);
        }
    }

    public @Nullable String text(String field) {
        Object value = value(field);
        if (value == null) {
            return problem(field, Reason.MISSING_FIELD);
        }
        return value instanceof String text ? text : problem(field, Reason.WRONG_TYPE);
    }

    public @Nullable UUID id(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? id : problem(field, Reason.WRONG_TYPE);
        } catch (IllegalArgumentException e) {
            return problem(field, Reason.WRONG_TYPE);
        }
    }

    /** A number that is at least this; this when there is a problem. */
    public long number(String field, long least) {
        Object value = value(field);
        if (value instanceof Long number && number >= least) {
            return number;
        }
        problem(field, value == null ? Reason.MISSING_FIELD : Reason.WRONG_TYPE);
        return least;
    }

    public <E extends Enum<E>> @Nullable E code(String field, Class<E> type) {
        return known(field, text(field), codeOf(type));
    }

    public <E extends Enum<E>> @Nullable E optionalCode(String field, Class<E> type) {
        return value(field) == null ? null : code(field, type);
    }

    /** Absent reads as empty. */
    public <E extends Enum<E>> TreeSet<E> codes(String field, Class<E> type) {
        return set(field, codeOf(type));
    }

    public TreeSet<String> languages(String field) {
        return set(field, BodyReader::language);
    }

    /** Absent reads as null. */
    public @Nullable String optionalText(String field) {
        return value(field) == null ? null : text(field);
    }

    /** Absent reads as null. */
    public @Nullable UUID optionalId(String field) {
        return value(field) == null ? null : id(field);
    }

    /** Absent reads as null. */
    public @Nullable String optionalLanguage(String field) {
        return value(field) == null ? null : known(field, text(field), BodyReader::language);
    }

    /** Absent reads as false. */
    public boolean flag(String field) {
        Object value = value(field);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        problem(field, Reason.WRONG_TYPE);
        return false;
    }

    public @Nullable SealedText sealedText(String field) {
        Object value = value(field);
        if (value == null) {
            return null;
        }
        try {
            return value instanceof JsonObject json ? SealedText.fromJson(json) : problem(field, Reason.WRONG_TYPE);
        } catch (IllegalArgumentException e) {
            return problem(field, Reason.WRONG_TYPE);
        }
    }

    private <E extends Comparable<? super E>> TreeSet<E> set(String field, Function<String, @Nullable E> codes) {
        TreeSet<E> set = new TreeSet<>();
        Object value = value(field);
        if (value == null) {
            return set;
        }
        if (!(value instanceof List<?> elements)) {
            problem(field, Reason.WRONG_TYPE);
            return set;
        }
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                problem(field, Reason.WRONG_TYPE);
                return set;
            }
            E code = known(field, text, codes);
            if (code == null) {
                return set;
            }
            if (!set.add(code)) {
                problem(field, Reason.REPEATED_CODE);
                return set;
            }
        }
        return set;
    }

    private static @Nullable String language(String code) {
        return LANGUAGES.contains(code) ? code : null;
    }

    private <E> @Nullable E known(String field, @Nullable String text, Function<String, @Nullable E> codes) {
        if (text == null) {
            return null;
        }
        E code = codes.apply(text);
        return code == null ? problem(field, Reason.UNKNOWN_CODE) : code;
    }

    private static <E extends Enum<E>> Function<String, @Nullable E> codeOf(Class<E> type) {
        return text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            return null;
        };
    }

    /** The member as it is; null when absent. */
    public @Nullable Object value(String field) {
        read.add(field);
        return body.get(field);
    }

    private <T> @Nullable T problem(String field, Reason reason) {
        problems.add(new FieldProblem(field, reason));
        return null;
    }
}
