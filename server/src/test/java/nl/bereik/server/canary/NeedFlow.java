package nl.bereik.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.TestPhone;
import nl.bereik.server.need.NeedSamples;

/** A need from a phone, and all that the coordinator can see and do of it. */
final class NeedFlow {
    private final Canaries canaries;
    private final Talk coordinator;
    private final TestPhone phone;

    NeedFlow(Canaries canaries, Talk coordinator, TestPhone phone) {
        this.canaries = canaries;
        this.coordinator = coordinator;
        this.phone = phone;
    }

    /** @param caseManager who can take needs */
    void run(String caseManager) throws Exception {
        PushItem raised = raised();
        assertThat(coordinator
                        .stranger()
                        .phone("sync", phone, "POST", SyncPaths.PUSH, PushBatch.encode(List.of(raised))))
                .isEqualTo(200);
        describe(caseManager);
        String need = "/needs/" + raised.opId();
        coordinator.get("/needs");
        assertThat(coordinator.lastBody()).contains(raised.opId().toString());
        String ofCard = "to." + raised.opId();
        coordinator.form(
                "/needs/assign",
                Map.of("card", raised.opId().toString(), ofCard, canaries.make("nobody to give it to")));
        coordinator.form(
                "/needs/assign",
                Map.of("need", raised.opId().toString(), "to", canaries.make("nobody to give them to")));
        assertThat(coordinator.form(
                        "/needs/assign", Map.of("card", raised.opId().toString(), ofCard, caseManager)))
                .isEqualTo(303);
        coordinator.form(need + "/refer", Map.of("to", canaries.make("nobody beside")));
        coordinator.form(need + "/unassign", Map.of("seen", canaries.make("seen")));
        assertThat(coordinator.form(need + "/unassign", Map.of())).isEqualTo(303);
        assertThat(coordinator.get(need)).isEqualTo(200);
        assertThat(coordinator.get(need + "/withdraw")).isEqualTo(200);
        assertThat(coordinator.get("/needs/conference")).isEqualTo(200);
    }

    private PushItem raised() {
        byte[] hint = Pieces.bytes(canaries.make("sealed hint", "needs"));
        FollowUpNeed need = NeedSamples.need();
        FollowUpNeed withHint = new FollowUpNeed(
                null,
                Pieces.today(),
                need.area(),
                need.lifeDomain(),
                need.urgency(),
                need.language(),
                null,
                null,
                true,
                need.signals(),
                new SealedText(1, Arrays.copyOf(hint, Math.max(hint.length, SealedText.MIN_BYTES))),
                null,
                null,
                Map.of("newer", canaries.make("newer field of a need", "needs")));
        return Pieces.item(30, NeedCodec.KIND, NeedCodec.encode(withHint));
    }

    private void describe(String caseManager) throws Exception {
        String page = "/case-managers/" + caseManager;
        assertThat(coordinator.get("/case-managers")).isEqualTo(200);
        assertThat(coordinator.get(page)).isEqualTo(200);
        // What was typed is shown again to whoever typed it, with what is wrong.
        coordinator.form(
                page,
                Map.of(
                        "organisation",
                        canaries.make("organisation", "error"),
                        "caseload",
                        canaries.make("caseload", "error"),
                        "domain",
                        canaries.make("domain"),
                        "duty-from",
                        canaries.make("hours", "error")));
        assertThat(coordinator.form(
                        page,
                        Map.of("organisation", "GGD", "caseload", "4", "turn", "1", "area", canaries.make("no area"))))
                .isEqualTo(303);
    }
}
