package nl.bereik.server.intake;

import java.time.LocalDate;
import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.Actor;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.contact.ContactArrivals;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is kept aside, for scripts; never with what it says. */
@RestController
@RequestMapping("/api/v1/quarantine")
class QuarantineApi {
    private final QuarantineReview review;
    private final ContactArrivals arrivals;
    private final AuditTrail trail;

    QuarantineApi(QuarantineReview review, ContactArrivals arrivals, AuditTrail trail) {
        this.review = review;
        this.arrivals = arrivals;
        this.trail = trail;
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @GetMapping
    Mono<Waiting> waiting(Person person) {
        return Actor.notes(trail, AuditAct.QUARANTINE_READ, "")
                .then(review.waiting(person.scope()).map(Kept::of).collectList())
                .map(Waiting::new);
    }

    /** Judges all again; safe to repeat. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/review")
    Mono<QuarantineReview.Report> review(Person person) {
        return Actor.notes(trail, AuditAct.QUARANTINE_REVIEWED, "")
                .then(review.run(person.scope()))
                .doOnNext(done -> arrivals.ring());
    }

    record Waiting(List<Kept> waiting) {}

    record Kept(String install, String kind, int schema, String outcome, List<Problem> problems, LocalDate receivedOn) {
        static Kept of(QuarantinedItem kept) {
            return new Kept(
                    kept.install(),
                    kept.item().kind(),
                    kept.item().schema(),
                    kept.verdict().name(),
                    kept.problems().stream().map(Problem::of).toList(),
                    kept.receivedOn());
        }
    }

    record Problem(String field, String reason) {
        static Problem of(FieldProblem problem) {
            return new Problem(problem.field(), problem.code());
        }
    }
}
