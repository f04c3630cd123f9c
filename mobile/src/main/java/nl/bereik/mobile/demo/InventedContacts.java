package nl.bereik.mobile.demo;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
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
import nl.bereik.protocol.reference.ReferenceData;

/** Contact moments as an outreach team might log them; nobody in them exists. */
final class InventedContacts {
    private static final List<Channel> CHANNELS = List.of(
            Channel.ONLINE,
            Channel.ONLINE,
            Channel.ONLINE,
            Channel.STREET,
            Channel.STREET,
            Channel.ZONE,
            Channel.ZONE,
            Channel.DROP_IN,
            Channel.WORKPLACE,
            Channel.PHONE);
    private static final List<Gender> GENDERS =
            List.of(Gender.WOMAN, Gender.WOMAN, Gender.WOMAN, Gender.WOMAN, Gender.MAN, Gender.TRANS_OR_NONBINARY);
    private static final List<AgeBand> AGES = List.of(
            AgeBand.FROM_27,
            AgeBand.FROM_27,
            AgeBand.FROM_27,
            AgeBand.FROM_21_TO_26,
            AgeBand.FROM_21_TO_26,
            AgeBand.FROM_18_TO_20,
            AgeBand.UNKNOWN);
    private static final int ONE_IN_SO_MANY_SIGNALS = 40;
    private static final int ONE_IN_SO_MANY_OUTSIDE_THE_CITY = 3;

    private final RandomGenerator random;
    private final ReferenceData reference;

    InventedContacts(RandomGenerator random, ReferenceData reference) {
        this.random = random;
        this.reference = reference;
    }

    ContactMoment on(LocalDate day) {
        Channel channel = one(CHANNELS);
        boolean outside = channel != Channel.ZONE && random.nextInt(ONE_IN_SO_MANY_OUTSIDE_THE_CITY) == 0;
        return new ContactMoment(
                day,
                channel == Channel.ZONE ? DayPart.EVENING : one(List.of(DayPart.values())),
                channel,
                outside ? one(reference.areas()) : reference.areas().get(0),
                random.nextInt(10) == 0 ? Audience.AT_RISK : Audience.SEX_WORKER,
                one(List.of(WorkForm.values())),
                one(GENDERS),
                one(AGES),
                one(List.of(Encounter.values())),
                channel == Channel.ZONE ? one(List.of(PermitStatus.values())) : null,
                new TreeSet<>(List.of(one(reference.languages()))),
                some(List.of(Topic.values()), 2),
                some(List.of(Service.values()), 2),
                random.nextInt(ONE_IN_SO_MANY_SIGNALS) == 0
                        ? new TreeSet<>(List.of(one(List.of(Signal.values()))))
                        : new TreeSet<>(),
                random.nextInt(10) < 7,
                Map.of());
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T extends Comparable<? super T>> SortedSet<T> some(Collection<T> values, int most) {
        List<T> list = List.copyOf(values);
        SortedSet<T> some = new TreeSet<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            some.add(one(list));
        }
        return some;
    }
}
