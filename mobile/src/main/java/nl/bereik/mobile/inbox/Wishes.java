package nl.bereik.mobile.inbox;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import nl.bereik.mobile.need.People;
import nl.bereik.protocol.care.CaseManager;
import nl.bereik.protocol.reference.Organisation;
import org.jspecify.annotations.Nullable;

/** Which organisation and which case manager somebody would like, while that is being told. */
public final class Wishes {
    /** What a wish is when there is none. */
    public static final String NONE = "";

    private final People people;
    private final ObjectProperty<String> partner = new SimpleObjectProperty<>(NONE);
    private final ObjectProperty<String> person = new SimpleObjectProperty<>(NONE);

    /** What is not on offer any more is no wish. */
    Wishes(People people, @Nullable String partnerBefore, @Nullable String personBefore) {
        this.people = people;
        people.organisations().stream()
                .map(Organisation::code)
                .filter(code -> code.equals(partnerBefore))
                .forEach(partner::set);
        if (personBefore != null && isOffered(personBefore)) {
            person.set(personBefore);
        }
        partner.addListener((property, before, now) -> {
            if (!isOffered(person.get())) {
                person.set(NONE);
            }
        });
    }

    /** Code of an organisation, or {@link #NONE}. */
    public ObjectProperty<String> partner() {
        return partner;
    }

    /** Account of a case manager, or {@link #NONE}. */
    public ObjectProperty<String> person() {
        return person;
    }

    /** Those who can be wished for: of the organisation that is, if one is. */
    public List<CaseManager> offered() {
        return people.caseManagers().stream()
                .filter(each -> partner.get().equals(NONE) || partner.get().equals(each.organisation()))
                .toList();
    }

    /** All of them, with their names. */
    public People people() {
        return people;
    }

    @Nullable String partnerOrNull() {
        return partner.get().equals(NONE) ? null : partner.get();
    }

    @Nullable String personOrNull() {
        return person.get().equals(NONE) ? null : person.get();
    }

    private boolean isOffered(String account) {
        return offered().stream().anyMatch(each -> each.account().equals(account));
    }
}
