package nl.bereik.server.recovery;

import java.nio.charset.StandardCharsets;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.contact.ContactArrivals;
import nl.bereik.server.web.RequestBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Recovery files, for the help desk. */
@RestController
class RecoveryApi {
    private static final int MAX_FILE_BYTES = 8 << 20;

    private final Recovery recovery;
    private final ContactArrivals arrivals;

    RecoveryApi(Recovery recovery, ContactArrivals arrivals) {
        this.recovery = recovery;
        this.arrivals = arrivals;
    }

    /**
     * The body is the file.
     *
     * @param revoked {@code take} to take it in from a phone that has been revoked as well, which somebody has to want
     */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/api/v1/recovery")
    Mono<Recovery.Report> take(
            @RequestParam(required = false) @Nullable String revoked, ServerHttpRequest request, Person person) {
        return RequestBodies.read(request, MAX_FILE_BYTES)
                .flatMap(body -> recovery.take(
                        person.scope(), new String(body, StandardCharsets.US_ASCII), "take".equals(revoked)))
                .doOnNext(done -> arrivals.ring());
    }
}
