package nl.bereik.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.TestPhone;

/** Phones that are refused, revoked and erased, by page and by script. */
final class ShutOutFlow {
    private final Talk coordinator;
    private final Talk script;

    ShutOutFlow(Talk coordinator, Talk script) {
        this.coordinator = coordinator;
        this.script = script;
    }

    void run() throws Exception {
        for (String act : List.of("refuse", "revoke")) {
            String page = "/phones/" + enrol(act);
            coordinator.get("/phones");
            if (act.equals("revoke")) {
                coordinator.form(page + "/approve", Map.of("digits", Pieces.field(coordinator, "digits")));
                assertThat(coordinator.get(page + "/revoke")).isEqualTo(200);
            }
            assertThat(coordinator.form(page + "/" + act, Map.of())).isEqualTo(303);
        }
        for (String act : List.of("refuse", "revoke", "wipe")) {
            String path = "/api/v1/installs/" + enrol(act) + "/" + act;
            assertThat(script.post("api", path, Map.of())).isEqualTo(204);
        }
    }

    private String enrol(String why) throws Exception {
        script.post("code", "/api/v1/enrolment-codes", Map.of());
        EnrolmentCode code =
                EnrolmentCode.parse(Json.readObject(script.lastHeard("code")).text("code"));
        TestPhone phone = new TestPhone();
        assertThat(script.stranger().phone("sync", phone, "POST", SyncPaths.ENROL, phone.enrolRequest(code)))
                .as(why)
                .isEqualTo(200);
        return phone.id();
    }
}
