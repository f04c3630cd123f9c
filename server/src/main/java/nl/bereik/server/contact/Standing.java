package nl.bereik.server.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import nl.bereik.protocol.contact.ContactMoment;
import org.jspecify.annotations.Nullable;

/**
 * Where a contact is to stand in the tallies, given that those of some days are closed for good. What counts on a
 * closed day stays there, whatever is told later; what is told for a closed day comes too late and does not count, and
 * what was told before it goes on to count.
 *
 * @param counted where it counts
 * @param contact what counts; null when nothing does
 * @param late the closed day for which something came too late; null when nothing did
 */
public record Standing(
        CountableContact of,
        Counted counted,
        @Nullable ContactMoment contact,
        @Nullable LocalDate late) {

    /** @param closed whether the tally of a day of the contact's team is closed */
    public static Standing of(CountableContact contact, Predicate<LocalDate> closed) {
        Counted before = contact.counted();
        if (before != null && (!contact.uncounted() || before.on() != null && closed.test(before.on()))) {
            boolean late = before.place() != last(contact).place();
            return new Standing(contact, before, contact.asCounted(), late ? before.on() : null);
        }
        List<Told> told = contact.told();
        if (before == null && !contact.uncounted()) {
            // Counted before it was kept where.
            Told last = last(contact);
            return new Standing(contact, Counted.as(last), last.contact(), null);
        }
        for (int i = told.size() - 1; i >= 0; i--) {
            Told each = told.get(i);
            if (each.contact() == null || !closed.test(each.contact().on())) {
                LocalDate late = i == told.size() - 1 ? null : day(last(contact));
                return new Standing(contact, Counted.as(each), each.contact(), late);
            }
        }
        return new Standing(contact, Counted.NOWHERE, null, day(last(contact)));
    }

    private static Told last(CountableContact contact) {
        return contact.told().get(contact.told().size() - 1);
    }

    /** Of something that came too late: the day of what was told last. */
    private static LocalDate day(Told last) {
        return Objects.requireNonNull(last.contact()).on();
    }
}
