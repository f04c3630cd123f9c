package nl.bereik.protocol.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.RequestProof;

/**
 * What an organisation configures and every phone pulls. Content-addressed: two texts that are the same have the same
 * {@link #etag()}.
 *
 * @param region the region's name
 * @param zone the zone in which its days are counted
 * @param dayBeginsAt until this time a night still belongs to the day before
 * @param areas codes of the areas, which are also their names, in the order to show
 * @param languages ISO 639-1 codes offered, most spoken first
 * @param organisations those that take needs in, in the order to show; empty where none are configured
 * @param programmes of prevention activities, in the order to show; empty where none are configured
 * @param codeLists per field of a contact the codes on offer, in the order to show; a code that a phone does not know
 *     is passed over by it
 * @param settings what phones keep to
 * @param json the text that all this was read from
 */
public record ReferenceData(
        String region,
        ZoneId zone,
        LocalTime dayBeginsAt,
        List<String> areas,
        List<String> languages,
        List<Organisation> organisations,
        List<Programme> programmes,
        Map<String, List<String>> codeLists,
        PhoneSettings settings,
        JsonObject json) {
    /** The kind, and the id, of the record in which phones pull it. */
    public static final String KIND = "reference";

    /**
     * Settings of the organisation for its phones.
     *
     * @param keepDays how many days an arrived contact stays on the phone
     * @param idleLockMinutes after how many minutes without a touch the app locks
     * @param wrongPinLimit how many wrong PINs in a row erase the phone, 3 to 100
     * @param offlineDays after how many days without its server a phone shows nothing until it has synced, 1 to 366
     * @param minPinDigits how many digits a PIN that is chosen has at least, 6 to 12
     */
    public record PhoneSettings(
            int keepDays, int idleLockMinutes, int wrongPinLimit, int offlineDays, int minPinDigits) {
        /** What holds for a phone that has not heard of its organisation yet. */
        public static final int USUAL_MIN_PIN_DIGITS = 6;

        static final int USUAL_WRONG_PIN_LIMIT = 10;
        static final int USUAL_OFFLINE_DAYS = 14;

        public PhoneSettings {
            if (keepDays < 0
                    || idleLockMinutes < 1
                    || wrongPinLimit < 3
                    || wrongPinLimit > 100
                    || offlineDays < 1
                    || offlineDays > 366
                    || minPinDigits < USUAL_MIN_PIN_DIGITS
                    || minPinDigits > 12) {
                throw new IllegalArgumentException("settings out of range");
            }
        }

        /** With what holds when nobody says otherwise. */
        public PhoneSettings(int keepDays, int idleLockMinutes) {
            this(keepDays, idleLockMinutes, USUAL_WRONG_PIN_LIMIT, USUAL_OFFLINE_DAYS, USUAL_MIN_PIN_DIGITS);
        }

        static PhoneSettings read(JsonObject json) {
            return new PhoneSettings(
                    Math.toIntExact(json.number("keepDays")),
                    Math.toIntExact(json.number("idleLockMinutes")),
                    optional(json, "wrongPinLimit", USUAL_WRONG_PIN_LIMIT),
                    optional(json, "offlineDays", USUAL_OFFLINE_DAYS),
                    optional(json, "minPinDigits", USUAL_MIN_PIN_DIGITS));
        }

        private static int optional(JsonObject json, String name, int usual) {
            return json.get(name) == null ? usual : Math.toIntExact(json.number(name));
        }
    }

    public ReferenceData {
        areas = List.copyOf(areas);
        languages = List.copyOf(languages);
        organisations = List.copyOf(organisations);
        programmes = List.copyOf(programmes);
        codeLists = Collections.unmodifiableMap(new LinkedHashMap<>(codeLists));
        if (areas.isEmpty() || new HashSet<>(areas).size() != areas.size()) {
            throw new IllegalArgumentException("areas must be given, each once");
        }
    }

    /** Reads reference data. @throws IllegalArgumentException naming what is missing or wrong */
    public static ReferenceData decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        JsonObject settings = json.object("settings");
        Map<String, List<String>> codeLists = new LinkedHashMap<>();
        JsonObject lists = json.object("codeLists");
        for (String field : lists.members().keySet()) {
            codeLists.put(field, lists.list(field, String.class));
        }
        try {
            return new ReferenceData(
                    json.text("region"),
                    ZoneId.of(json.text("zone")),
                    LocalTime.parse(json.text("dayBeginsAt")),
                    json.list("areas", String.class),
                    json.list("languages", String.class),
                    each(json, "organisations", Organisation::read),
                    each(json, "programmes", Programme::read),
                    codeLists,
                    PhoneSettings.read(settings),
                    json);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("zone, dayBeginsAt or a setting is not what it should be", e);
        }
    }

    /** Absent reads as empty. */
    private static <T> List<T> each(JsonObject json, String name, Function<JsonObject, T> read) {
        return json.get(name) == null
                ? List.of()
                : json.list(name, JsonObject.class).stream().map(read).toList();
    }

    /** The data of the region Gelderland-Zuid, with which server and phones start. */
    public static ReferenceData gelderlandZuid() {
        try (InputStream text = ReferenceData.class.getResourceAsStream("gelderland-zuid.json")) {
            if (text == null) {
                throw new IllegalStateException("gelderland-zuid.json is not in the jar");
            }
            return decode(text.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A strong entity tag, quotes included. */
    public String etag() {
        return '"' + RequestProof.hash(json.bytes()) + '"';
    }

    /** This data as a record of a phone's slice. */
    public StateRecord record() {
        return StateRecord.of(KIND, KIND, json);
    }

    /** The codes of the areas as a set. */
    public Set<String> areaCodes() {
        return Set.copyOf(areas);
    }

    /** The codes of the organisations as a set. */
    public Set<String> organisationCodes() {
        return organisations.stream().map(Organisation::code).collect(Collectors.toUnmodifiableSet());
    }

    /** The codes of the programmes as a set. */
    public Set<String> programmeCodes() {
        return programmes.stream().map(Programme::code).collect(Collectors.toUnmodifiableSet());
    }

    /** The day to which a moment belongs: that on which the night began. */
    public LocalDate dayOf(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        LocalDate date = local.toLocalDate();
        return local.toLocalTime().isBefore(dayBeginsAt) ? date.minusDays(1) : date;
    }

    /** The codes on offer for a field that this version knows, in the order to show. */
    public <E extends Enum<E>> List<E> codes(String field, Class<E> type) {
        List<E> known = new ArrayList<>();
        for (String name : codeLists.getOrDefault(field, List.of())) {
            for (E code : type.getEnumConstants()) {
                if (code.name().equals(name)) {
                    known.add(code);
                }
            }
        }
        return known;
    }
}
