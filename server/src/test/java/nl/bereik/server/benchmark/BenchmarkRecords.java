package nl.bereik.server.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import nl.bereik.mobile.outbox.ItemIds;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.PermitStatus;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import org.jspecify.annotations.Nullable;

/**
 * The records of one run, the same for both sides: what one phone pushes, what many push at once, and what warms up.
 * The same run number gives the same.
 */
record BenchmarkRecords(
        List<NewContact> onePhone, List<List<NewContact>> manyPhones, List<NewContact> bulk, List<NewContact> warmUp) {
    static final int ONE_PHONE = 10_000;
    static final int PHONES = 50;
    static final int PER_PHONE = 100;
    static final int WARM_UP = Integer.getInteger("bereik.benchmark.warm-up", 60_000);

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 365;

    static BenchmarkRecords of(int run) {
        SplittableRandom random = new SplittableRandom(20250101L + run);
        List<List<NewContact>> many = new ArrayList<>();
        List<NewContact> one = make(random, ONE_PHONE);
        for (int i = 0; i < PHONES; i++) {
            many.add(make(random, PER_PHONE));
        }
        return new BenchmarkRecords(one, many, make(random, PHONES * PER_PHONE), make(random, WARM_UP));
    }

    /** As the peer's documents: the body that goes over the wire, with the item's id. */
    byte[] asPeerDocuments() {
        List<NewContact> all = new ArrayList<>(onePhone);
        manyPhones.forEach(all::addAll);
        all.addAll(bulk);
        all.addAll(warmUp);
        return JsonObject.of(Map.of(
                        "records", all.stream().map(BenchmarkRecords::document).toList()))
                .bytes();
    }

    double meanBodyBytes() {
        return onePhone.stream()
                .mapToInt(record -> ContactCodec.encode(record.contact()).bytes().length)
                .average()
                .orElseThrow();
    }

    private static JsonObject document(NewContact record) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", record.opId().toString());
        members.putAll(ContactCodec.encode(record.contact()).members());
        return JsonObject.of(members);
    }

    private static List<NewContact> make(SplittableRandom random, int count) {
        ReferenceData reference = ReferenceData.gelderlandZuid();
        List<NewContact> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(new NewContact(ItemIds.random(random), contact(random, reference), false));
        }
        return List.copyOf(records);
    }

    private static ContactMoment contact(SplittableRandom random, ReferenceData reference) {
        Channel channel = one(random, List.of(Channel.values()));
        return new ContactMoment(
                FIRST_DAY.plusDays(random.nextInt(DAYS)),
                one(random, List.of(DayPart.values())),
                channel,
                one(random, reference.areas()),
                one(random, List.of(Audience.values())),
                one(random, List.of(WorkForm.values())),
                one(random, List.of(Gender.values())),
                one(random, List.of(AgeBand.values())),
                one(random, List.of(Encounter.values())),
                channel == Channel.ZONE ? one(random, List.of(PermitStatus.values())) : null,
                some(random, reference.languages()),
                some(random, List.of(Topic.values())),
                some(random, List.of(Service.values())),
                random.nextInt(10) == 0 ? some(random, List.of(Signal.values())) : new TreeSet<>(),
                random.nextInt(10) < 7,
                Map.of());
    }

    private static <T> T one(SplittableRandom random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T extends Comparable<? super T>> TreeSet<T> some(SplittableRandom random, List<T> values) {
        TreeSet<T> some = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            some.add(one(random, values));
        }
        return some;
    }
}
