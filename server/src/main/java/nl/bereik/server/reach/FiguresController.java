package nl.bereik.server.reach;

import nl.bereik.protocol.reach.FiguresJson;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.Actor;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.web.RefusedException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class FiguresController {
    private final Figures figures;
    private final AuditTrail trail;

    FiguresController(Figures figures, AuditTrail trail) {
        this.figures = figures;
        this.trail = trail;
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping("/api/v1/figures/{period}")
    Mono<ResponseEntity<byte[]>> figures(@PathVariable String period, Person person) {
        return Mono.fromSupplier(() -> parse(period))
                .flatMap(asked ->
                        Actor.notes(trail, AuditAct.FIGURES_READ, asked.name()).then(figures.of(person.scope(), asked)))
                .map(found -> FiguresJson.of(found).bytes())
                .map(ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)::body);
    }

    private static ReportingPeriod parse(String name) {
        try {
            return ReportingPeriod.parse(name);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.UNKNOWN_PERIOD, "period");
        }
    }
}
