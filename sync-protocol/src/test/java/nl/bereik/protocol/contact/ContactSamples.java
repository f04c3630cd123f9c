package nl.bereik.protocol.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Contact moments for tests; nobody in them exists. */
public final class ContactSamples {
    private static final List<String> AREAS = List.of("Nijmegen", "Tiel", "Buren", "Druten");
    private static final List<String> LANGUAGES = List.of("nl", "en", "ro", "bg");

    private ContactSamples() {}

    public static ContactMoment atTheZone() {
        return new ContactMoment(
                LocalDate.of(2025, 3, 14),
                DayPart.NIGHT,
                Channel.ZONE,
                "Nijmegen",
                Audience.SEX_WORKER,
                WorkForm.STREET,
                Gender.WOMAN,
                AgeBand.FROM_27,
                Encounter.REPEAT,
                PermitStatus.WITHOUT,
                new TreeSet<>(List.of("nl", "ro")),
                new TreeSet<>(List.of(Topic.HOUSING, Topic.SAFETY)),
                new TreeSet<>(List.of(Service.CONDOMS)),
                new TreeSet<>(List.of(Signal.COERCION)),
                true,
                Map.of());
    }

    public static ContactMoment random(Random random) {
        Channel channel = one(random, Channel.values());
        return new ContactMoment(
                LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365)),
                one(random, DayPart.values()),
                channel,
                AREAS.get(random.nextInt(AREAS.size())),
                one(random, Audience.values()),
                one(random, WorkForm.values()),
                one(random, Gender.values()),
                one(random, AgeBand.values()),
                one(random, Encounter.values()),
                channel == Channel.ZONE ? one(random, PermitStatus.values()) : null,
                some(random, LANGUAGES),
                some(random, List.of(Topic.values())),
                some(random, List.of(Service.values())),
                some(random, List.of(Signal.values())),
                random.nextBoolean(),
                Map.of());
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <T extends Comparable<? super T>> TreeSet<T> some(Random random, List<T> values) {
        TreeSet<T> some = new TreeSet<>();
        for (T value : values) {
            if (random.nextInt(4) == 0) {
                some.add(value);
            }
        }
        return some;
    }
}
