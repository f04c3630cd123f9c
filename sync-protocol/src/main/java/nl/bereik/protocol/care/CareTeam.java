package nl.bereik.protocol.care;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.state.StateRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who can be asked to take the needs of a team, as a record of a phone's slice: {@code {"you": account,
 * "caseManagers": [{"account", "name", "organisation"}]}}.
 *
 * @param you the account of whoever carries the phone; null when nobody is known to
 * @param caseManagers in the order to show
 */
public record CareTeam(@Nullable String you, List<CaseManager> caseManagers) {
    public static final String KIND = "care-team";

    public static final CareTeam NONE = new CareTeam(null, List.of());

    public CareTeam {
        caseManagers = List.copyOf(caseManagers);
    }

    /** Empty when nobody in it has this account. */
    public Optional<CaseManager> find(String account) {
        return caseManagers.stream()
                .filter(person -> person.account().equals(account))
                .findFirst();
    }

    /** Whether the account is that of whoever carries the phone. */
    public boolean isYou(@Nullable String account) {
        return account != null && account.equals(you);
    }

    public StateRecord record() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (you != null) {
            body.put("you", you);
        }
        body.put("caseManagers", caseManagers.stream().map(CareTeam::json).toList());
        return StateRecord.of(KIND, KIND, JsonObject.of(body));
    }

    private static JsonObject json(CaseManager person) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("account", person.account());
        members.put("name", person.name());
        if (person.organisation() != null) {
            members.put("organisation", person.organisation());
        }
        return JsonObject.of(members);
    }

    /** The people in a record; empty when the record is of another kind. What cannot be read of it is passed over. */
    public static Optional<CareTeam> read(StateRecord record) {
        if (!record.kind().equals(KIND)) {
            return Optional.empty();
        }
        List<CaseManager> people = new ArrayList<>();
        if (record.body().get("caseManagers") instanceof List<?> told) {
            told.forEach(each -> person(each).ifPresent(people::add));
        }
        return Optional.of(new CareTeam(record.body().get("you") instanceof String you ? you : null, people));
    }

    private static Optional<CaseManager> person(@Nullable Object told) {
        if (!(told instanceof JsonObject json)
                || !(json.get("account") instanceof String account)
                || account.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new CaseManager(
                account,
                json.get("name") instanceof String name ? name : account,
                json.get("organisation") instanceof String code ? code : null));
    }
}
