package nl.bereik.server.notes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import nl.bereik.protocol.notes.TeamNote;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.NotedContact;
import nl.bereik.server.install.Install;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.state.StateSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Gives each phone the notes of the contacts that the other phones of its team had today and in the days before, as
 * long as phones keep what arrived: as last told, those taken back gone. What a phone told itself it has already, so
 * that pushing it brings no pull with it. Nobody here can read them.
 */
@Component
final class NotesOfTeam implements StateSource {
    /** What a team writes in some weeks; so that a pull stays small whatever was pushed. */
    static final int MOST = 200;

    private final ContactStore contacts;
    private final ReferenceData reference;
    private final Clock clock;

    NotesOfTeam(ContactStore contacts, ReferenceData reference, Clock clock) {
        this.contacts = contacts;
        this.reference = reference;
        this.clock = clock;
    }

    /** The newest {@value #MOST}. */
    @Override
    public Flux<StateRecord> of(Install install) {
        return Flux.defer(() -> contacts.noted(days(install.team())))
                .filter(noted -> !noted.install().equals(install.id()))
                .take(MOST)
                .map(noted -> record(noted).record());
    }

    private Set<TeamDay> days(String team) {
        LocalDate first =
                reference.dayOf(clock.instant()).minusDays(reference.settings().keepDays());
        // In the night some already write the new day.
        LocalDate last = LocalDate.ofInstant(clock.instant(), reference.zone());
        return first.datesUntil(last.plusDays(1))
                .map(day -> new TeamDay(team, day))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static TeamNote record(NotedContact noted) {
        return new TeamNote(
                noted.contact(),
                noted.item(),
                noted.told().on(),
                noted.told().channel().name(),
                noted.told().area(),
                noted.note());
    }
}
