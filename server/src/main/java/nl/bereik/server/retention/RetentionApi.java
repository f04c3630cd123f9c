package nl.bereik.server.retention;

import java.util.Map;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.Actor;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What retention would do, for scripts. */
@RestController
final class RetentionApi {
    private final Retention retention;
    private final AuditTrail trail;

    RetentionApi(Retention retention, AuditTrail trail) {
        this.retention = retention;
        this.trail = trail;
    }

    /** Per kind and half-year how many would go today. */
    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @GetMapping("/api/v1/retention/dry-run")
    Mono<WouldGo> dryRun() {
        return Actor.notes(trail, AuditAct.RETENTION_FORESEEN, "")
                .then(retention.dryRun())
                .map(WouldGo::new);
    }

    record WouldGo(Map<String, Map<String, Long>> wouldGo) {}
}
