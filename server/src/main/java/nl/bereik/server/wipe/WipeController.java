package nl.bereik.server.wipe;

import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.wipe.WipedReport;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.OpenToAll;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.web.RefusedException;
import nl.bereik.server.web.RequestBodies;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Ordering a wipe, for scripts; and what phones ask and say of it, which they do without their key. */
@RestController
final class WipeController {
    private static final int MAX_REPORT_BYTES = 1024;
    private static final int MAX_ID_LENGTH = 64;

    private final Wipes wipes;
    private final Askings askings;

    WipeController(Wipes wipes, Askings askings) {
        this.wipes = wipes;
        this.askings = askings;
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/api/v1/installs/{id}/wipe")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> order(@PathVariable String id, Person by) {
        return wipes.order(id, by).then();
    }

    /** The same answer for an install that there is not. */
    @OpenToAll("a locked phone has no key to sign with; only it knows its id")
    @GetMapping(SyncPaths.ORDERS + "{id}")
    Mono<ResponseEntity<byte[]>> orders(@PathVariable String id) {
        return Mono.defer(() -> {
            if (id.length() > MAX_ID_LENGTH) {
                throw new RefusedException(Reason.NOT_FOUND, "id");
            }
            askings.count(id);
            return wipes.ordersTo(id).map(orders -> ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(orders.encode()));
        });
    }

    @OpenToAll("a phone that has erased itself has no key; it shows the token that came with the order")
    @PostMapping(SyncPaths.WIPED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> wiped(ServerHttpRequest request) {
        return RequestBodies.read(request, MAX_REPORT_BYTES).flatMap(body -> {
            WipedReport report;
            try {
                report = WipedReport.decode(RequestBodies.unpack(body, request.getHeaders()));
            } catch (IllegalArgumentException e) {
                throw new RefusedException(Reason.BROKEN_JSON);
            }
            askings.count(report.installId());
            return wipes.confirm(report.installId(), report.token());
        });
    }
}
