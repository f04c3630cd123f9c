package nl.bereik.server.staffweb;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.CareProfile.Absence;
import nl.bereik.server.care.CareProfile.Duty;
import nl.bereik.server.staffweb.NeedPeople.CaseManager;
import org.jspecify.annotations.Nullable;

/**
 * A case manager, every text ready for the language of the page. What follows the name is empty while nothing is
 * described.
 *
 * @param described whether the coordinator has described what this one can be asked
 * @param full whether no more fits
 * @param away until when; null when at work
 */
record CaseManagerRow(
        String account,
        String shownAs,
        boolean described,
        String organisation,
        String domains,
        String areas,
        String languages,
        String caseload,
        boolean full,
        String turn,
        String duties,
        String absences,
        @Nullable String away) {

    static CaseManagerRow of(
            CaseManager person, NeedPeople people, ReferenceData reference, LocalDate today, Words words) {
        NeedWords told = new NeedWords(words, people);
        CareProfile profile = person.profile();
        String caseload = told.caseload(person);
        if (profile == null) {
            return new CaseManagerRow(
                    person.account(), person.shownAs(), false, "", "", "", "", caseload, false, "", "", "", null);
        }
        return new CaseManagerRow(
                person.account(),
                person.shownAs(),
                true,
                people.organisation(profile.organisation()),
                list(Stream.of(Topic.values()).filter(profile.domains()::contains), told::domain, words),
                list(
                        ProfileForm.offered(reference.areas(), profile.areas()).stream()
                                .filter(profile.areas()::contains),
                        area -> area,
                        words),
                list(profile.languages().stream().sorted(), told::language, words),
                caseload,
                person.isFull(),
                words.number(profile.turn()),
                duties(profile.duties(), words),
                profile.absences().stream()
                        .filter(absence -> !absence.to().isBefore(today))
                        .sorted(Comparator.comparing(Absence::from))
                        .map(absence -> words.text(
                                "caseManagers.fromTo", words.shortDay(absence.from()), words.shortDay(absence.to())))
                        .collect(Collectors.joining("; ")),
                person.awayUntil() == null ? null : words.text("need.away", words.shortDay(person.awayUntil())));
    }

    private static <T> String list(Stream<T> chosen, Function<T, String> label, Words words) {
        List<String> labels = chosen.map(label).toList();
        return labels.isEmpty() ? words.text("needs.all") : String.join(", ", labels);
    }

    private static String duties(List<Duty> duties, Words words) {
        return duties.isEmpty()
                ? words.text("caseManagers.always")
                : duties.stream()
                        .sorted(Comparator.comparing(Duty::day).thenComparing(Duty::from))
                        .map(duty -> words.dayOfWeek(duty.day(), TextStyle.SHORT) + " " + duty.from() + "–" + duty.to())
                        .collect(Collectors.joining(", "));
    }
}
