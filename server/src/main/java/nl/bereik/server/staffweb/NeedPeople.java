package nl.bereik.server.staffweb;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.bereik.protocol.reference.Organisation;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.Account;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.CareProfile.Absence;
import nl.bereik.server.install.Teams;
import nl.bereik.server.need.StoredNeed;
import org.jspecify.annotations.Nullable;

/** Who has to do with needs, as it is at one moment: by what name to show them, and what case managers have in hand. */
final class NeedPeople {
    private static final Comparator<CaseManager> BY_NAME = Comparator.comparing(
                    CaseManager::shownAs, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(CaseManager::account);

    private final Map<String, Account> accounts;
    private final Map<String, CareProfile> profiles;
    private final Map<String, Long> inHand;
    private final Map<String, String> organisations;
    private final Teams teams;
    private final LocalDateTime now;

    /**
     * Somebody who can take needs.
     *
     * @param profile null while the coordinator has described nothing
     * @param inHand needs that this one has or is asked to take
     * @param awayUntil the last day of the absence that holds now; null when there is none
     */
    record CaseManager(
            String account,
            String shownAs,
            @Nullable CareProfile profile,
            long inHand,
            @Nullable LocalDate awayUntil,
            boolean onDuty) {
        boolean isFull() {
            return profile != null && inHand >= profile.caseload();
        }
    }

    /**
     * @param needs all that are open, of every team, for somebody may take those of several
     * @param now in the region's zone
     */
    NeedPeople(
            Collection<Account> accounts,
            Collection<CareProfile> profiles,
            Collection<StoredNeed> needs,
            ReferenceData reference,
            Teams teams,
            LocalDateTime now) {
        this.accounts = accounts.stream().collect(Collectors.toMap(Account::name, Function.identity()));
        this.profiles = profiles.stream().collect(Collectors.toMap(CareProfile::account, Function.identity()));
        this.organisations = reference.organisations().stream()
                .collect(Collectors.toMap(Organisation::code, Organisation::name, (first, second) -> first));
        this.teams = teams;
        this.now = now;
        inHand = new HashMap<>();
        for (StoredNeed need : needs) {
            String assignee = need.state().assignee();
            if (assignee != null) {
                inHand.merge(assignee, 1L, Long::sum);
            }
        }
    }

    /** The name by which people know an account; the account's own when it is not there any more. */
    String shownAs(String account) {
        Account known = accounts.get(account);
        return known == null ? account : known.shownAs();
    }

    /** The name of somebody's organisation; empty when nobody has said which it is. */
    String organisationOf(String account) {
        CareProfile profile = profiles.get(account);
        return profile == null ? "" : organisation(profile.organisation());
    }

    /** The name of an organisation; its code when it is not configured any more. */
    String organisation(String code) {
        return organisations.getOrDefault(code, code);
    }

    /** Those who can take needs of one of these teams, by name. */
    List<CaseManager> caseManagers(Collection<String> ofTeams) {
        return accounts.values().stream()
                .filter(account -> !account.disabled() && account.roles().contains(Role.CASE_MANAGER))
                .filter(account -> ofTeams.stream().anyMatch(account.remit().scope(teams)::covers))
                .map(account -> caseManager(account.name()))
                .sorted(BY_NAME)
                .toList();
    }

    CaseManager caseManager(String account) {
        CareProfile profile = profiles.get(account);
        LocalDate today = now.toLocalDate();
        LocalDate awayUntil = profile == null
                ? null
                : profile.absences().stream()
                        .filter(absence -> !today.isBefore(absence.from()) && !today.isAfter(absence.to()))
                        .map(Absence::to)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        return new CaseManager(
                account,
                shownAs(account),
                profile,
                inHand.getOrDefault(account, 0L),
                awayUntil,
                profile == null || profile.onDuty(now));
    }
}
