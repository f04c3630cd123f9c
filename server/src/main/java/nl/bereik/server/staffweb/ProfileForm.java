package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.SignInController.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.reference.Organisation;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.CareProfile.Absence;
import nl.bereik.server.care.CareProfile.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a coordinator filled in of a case manager, as it was typed, so that it can be shown again.
 *
 * @param duties with empty rows at the end
 * @param absences likewise
 */
record ProfileForm(
        String organisation,
        Set<String> domains,
        Set<String> areas,
        Set<String> languages,
        String caseload,
        String turn,
        List<DutyRow> duties,
        List<AbsenceRow> absences) {
    private static final int MOST_AT_ONCE = 99;
    private static final int EMPTY_DUTIES = 3;
    private static final int EMPTY_ABSENCES = 2;
    private static final int MOST_ROWS = 60;

    /** Hours of a week. */
    record DutyRow(String day, String from, String to) {
        boolean isEmpty() {
            return from.isEmpty() && to.isEmpty();
        }
    }

    /** Days away. */
    record AbsenceRow(String from, String to) {
        boolean isEmpty() {
            return from.isEmpty() && to.isEmpty();
        }
    }

    /** A field that cannot stay as it is. @param row of those of the same name, counted from 1; 0 when there is one */
    record Problem(String field, int row) {}

    /** What came of reading it: a profile, or what is wrong. */
    record Read(@Nullable CareProfile profile, List<Problem> problems) {}

    static ProfileForm of(@Nullable CareProfile profile) {
        if (profile == null) {
            return new ProfileForm("", Set.of(), Set.of(), Set.of(), "4", "1", List.of(), List.of()).withEmptyRows();
        }
        return new ProfileForm(
                        profile.organisation(),
                        profile.domains().stream().map(Enum::name).collect(Collectors.toSet()),
                        profile.areas(),
                        profile.languages(),
                        Integer.toString(profile.caseload()),
                        Integer.toString(profile.turn()),
                        profile.duties().stream()
                                .sorted(Comparator.comparing(Duty::day).thenComparing(Duty::from))
                                .map(duty -> new DutyRow(
                                        duty.day().name(),
                                        duty.from().toString(),
                                        duty.to().toString()))
                                .toList(),
                        profile.absences().stream()
                                .sorted(Comparator.comparing(Absence::from))
                                .map(absence -> new AbsenceRow(
                                        absence.from().toString(), absence.to().toString()))
                                .toList())
                .withEmptyRows();
    }

    static ProfileForm of(MultiValueMap<String, String> form) {
        List<DutyRow> duties = new ArrayList<>();
        for (int i = 0; i < rows(form, "duty-from"); i++) {
            duties.add(new DutyRow(at(form, "duty-day", i), at(form, "duty-from", i), at(form, "duty-to", i)));
        }
        List<AbsenceRow> absences = new ArrayList<>();
        for (int i = 0; i < rows(form, "absence-from"); i++) {
            absences.add(new AbsenceRow(at(form, "absence-from", i), at(form, "absence-to", i)));
        }
        duties.removeIf(DutyRow::isEmpty);
        absences.removeIf(AbsenceRow::isEmpty);
        return new ProfileForm(
                        text(form, "organisation"),
                        all(form, "domain"),
                        all(form, "area"),
                        all(form, "language"),
                        text(form, "caseload").strip(),
                        text(form, "turn").strip(),
                        duties,
                        absences)
                .withEmptyRows();
    }

    /** @param kept the profile so far, of which codes that are not configured any more may stay */
    Read read(String account, ReferenceData reference, @Nullable CareProfile kept) {
        List<Problem> problems = new ArrayList<>();
        boolean known =
                reference.organisations().stream().map(Organisation::code).anyMatch(organisation::equals)
                        || (kept != null && kept.organisation().equals(organisation));
        if (!known) {
            problems.add(new Problem("organisation", 0));
        }
        Integer most = number(caseload, 0, MOST_AT_ONCE);
        if (most == null) {
            problems.add(new Problem("caseload", 0));
        }
        Integer place = number(turn, 1, MOST_AT_ONCE);
        if (place == null) {
            problems.add(new Problem("turn", 0));
        }
        List<Duty> hours = readDuties(problems);
        List<Absence> away = readAbsences(problems);
        if (most == null || place == null || !problems.isEmpty()) {
            return new Read(null, problems);
        }
        Set<String> keptAreas = kept == null ? Set.of() : kept.areas();
        Set<String> keptLanguages = kept == null ? Set.of() : kept.languages();
        Set<Topic> topics = Arrays.stream(Topic.values())
                .filter(topic -> domains.contains(topic.name()))
                .collect(Collectors.toSet());
        return new Read(
                new CareProfile(
                        account,
                        organisation,
                        topics,
                        among(areas, offered(reference.areas(), keptAreas)),
                        among(languages, offered(reference.languages(), keptLanguages)),
                        most,
                        place,
                        hours,
                        away),
                List.of());
    }

    /**
     * The codes to choose from: those that are configured, in their order, and then those that are not any more and were
     * chosen before. Were they left out, nothing would be ticked where only they were, and that means all.
     */
    static List<String> offered(List<String> configured, Set<String> kept) {
        return Stream.concat(
                        configured.stream(),
                        kept.stream().filter(code -> !configured.contains(code)).sorted())
                .toList();
    }

    private List<Duty> readDuties(List<Problem> problems) {
        List<Duty> read = new ArrayList<>();
        for (int i = 0; i < duties.size(); i++) {
            DutyRow row = duties.get(i);
            if (!row.isEmpty()) {
                try {
                    read.add(new Duty(
                            DayOfWeek.valueOf(row.day()), LocalTime.parse(row.from()), LocalTime.parse(row.to())));
                } catch (IllegalArgumentException | DateTimeException e) {
                    problems.add(new Problem("duty", i + 1));
                }
            }
        }
        return read;
    }

    private List<Absence> readAbsences(List<Problem> problems) {
        List<Absence> read = new ArrayList<>();
        for (int i = 0; i < absences.size(); i++) {
            AbsenceRow row = absences.get(i);
            if (!row.isEmpty()) {
                try {
                    read.add(new Absence(LocalDate.parse(row.from()), LocalDate.parse(row.to())));
                } catch (DateTimeException e) {
                    problems.add(new Problem("absence", i + 1));
                } catch (IllegalArgumentException e) {
                    problems.add(new Problem("absence.order", i + 1));
                }
            }
        }
        return read;
    }

    private ProfileForm withEmptyRows() {
        List<DutyRow> moreDuties = new ArrayList<>(duties);
        for (int i = 0; i < EMPTY_DUTIES; i++) {
            moreDuties.add(new DutyRow("MONDAY", "", ""));
        }
        List<AbsenceRow> moreAbsences = new ArrayList<>(absences);
        for (int i = 0; i < EMPTY_ABSENCES; i++) {
            moreAbsences.add(new AbsenceRow("", ""));
        }
        return new ProfileForm(organisation, domains, areas, languages, caseload, turn, moreDuties, moreAbsences);
    }

    private static int rows(MultiValueMap<String, String> form, String field) {
        return Math.min(MOST_ROWS, form.getOrDefault(field, List.of()).size());
    }

    private static String at(MultiValueMap<String, String> form, String field, int row) {
        List<String> all = form.getOrDefault(field, List.of());
        return row < all.size() ? all.get(row).strip() : "";
    }

    private static Set<String> all(MultiValueMap<String, String> form, String field) {
        return new TreeSet<>(form.getOrDefault(field, List.of()));
    }

    private static Set<String> among(Set<String> chosen, Collection<String> all) {
        return all.stream().filter(chosen::contains).collect(Collectors.toSet());
    }

    private static @Nullable Integer number(String text, int least, int most) {
        if (!text.matches("[0-9]{1,4}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number < least || number > most ? null : number;
    }
}
