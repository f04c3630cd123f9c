package nl.bereik.mobile.need;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.bereik.protocol.care.CareTeam;
import nl.bereik.protocol.care.CaseManager;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.reference.Organisation;
import org.jspecify.annotations.Nullable;

/** The people and organisations that needs name, as the user knows them. */
public record People(CareTeam team, List<Organisation> organisations) {
    public static final People NONE = new People(CareTeam.NONE, List.of());

    public People {
        organisations = List.copyOf(organisations);
    }

    public List<CaseManager> caseManagers() {
        return team.caseManagers();
    }

    /** All case managers but whoever carries this phone and these accounts. */
    public List<CaseManager> colleagues(Set<String> but) {
        return caseManagers().stream()
                .filter(person -> !team.isYou(person.account()) && !but.contains(person.account()))
                .toList();
    }

    /** The accounts that are whoever carries this phone, as far as that need and this phone tell. */
    public Set<String> me(PhoneNeed need) {
        Set<String> me = new HashSet<>();
        if (team.you() != null) {
            me.add(team.you());
        }
        if (need.isRaisedByMe()) {
            need.view().timeline().stream()
                    .filter(event -> event.what().equals(NeedEvent.RAISED))
                    .forEach(event -> me.add(event.by()));
        }
        return me;
    }

    /** The name of an account; the account itself when none is known here. */
    public String name(String account) {
        return team.find(account).map(CaseManager::name).orElse(account);
    }

    /** The name of an account with the organisation, as far as they are known. */
    public String nameAndOrganisation(String account) {
        return team.find(account).map(this::nameAndOrganisation).orElse(account);
    }

    private String nameAndOrganisation(CaseManager person) {
        return organisation(person.organisation())
                .map(organisation -> person.name() + " (" + organisation + ")")
                .orElse(person.name());
    }

    /** What tells this one from all others: the name alone where that is enough. */
    public String distinctName(CaseManager person) {
        boolean alone = caseManagers().stream()
                        .filter(other -> other.name().equalsIgnoreCase(person.name()))
                        .count()
                < 2;
        if (alone) {
            return person.name();
        }
        String longer = nameAndOrganisation(person);
        boolean told = caseManagers().stream()
                        .filter(other -> nameAndOrganisation(other).equalsIgnoreCase(longer))
                        .count()
                < 2;
        return told ? longer : person.name() + " (" + person.account() + ")";
    }

    /** The name of an organisation by its code; the code when it has none here, empty when there is no code. */
    public Optional<String> organisation(@Nullable String code) {
        return Optional.ofNullable(code).map(known -> organisations.stream()
                .filter(organisation -> organisation.code().equals(known))
                .map(Organisation::name)
                .findFirst()
                .orElse(known));
    }
}
