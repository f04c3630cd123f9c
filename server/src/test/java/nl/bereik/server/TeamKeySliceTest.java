package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.teamkey.TeamKeys.Standing;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.server.teamkey.TeamKeyMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Two real phones get the team's key through the real server, over HTTP. */
@Import(TeamKeyMemory.class)
@SuppressWarnings("NullAway.Init")
final class TeamKeySliceTest extends SyncSlice {
    @TempDir
    Path folder;

    private PhoneStand stand;

    @BeforeEach
    void stand() {
        stand = new PhoneStand(folder, time, new Pin("2468"), port);
    }

    @Test
    void fromCodeToSharedKey() throws IOException, InterruptedException {
        try (Phone keeper = stand.open("keeper");
                Phone fresh = stand.open("fresh")) {
            approve(keeper, enrol(keeper));
            assertThat(PhoneStand.sync(keeper).proved()).isTrue();
            assertThat(keeper.teamKeys().current()).isPresent();

            String id = enrol(fresh);
            assertThat(PhoneStand.sync(fresh).refusal()).isEqualTo(Reason.NOT_APPROVED);
            assertThat(Objects.requireNonNull(fresh.enrolment().install()).approved())
                    .isFalse();
            approve(fresh, id);
            assertThat(PhoneStand.sync(fresh).end()).isEqualTo(SyncResult.End.COMPLETE);
            assertThat(Objects.requireNonNull(fresh.enrolment().install()).approved())
                    .isTrue();
            assertThat(fresh.teamKeys().standing()).isEqualTo(Standing.KEEPER_TO_ANSWER);
            PhoneStand.handOver(keeper, fresh);

            installs.revoke(id, time.instant()).block();
            PhoneStand.sync(keeper);
            assertThat(keeper.teamKeys().current().orElseThrow().epoch()).isEqualTo(2);
            assertThat(PhoneStand.sync(fresh).refusal()).isEqualTo(Reason.REVOKED_INSTALL);
        }
    }

    @Test
    void whatIsNoPostIsRefused() {
        refused(Reason.WRONG_TYPE, post("{\"sealKey\":\"short\"}"));
        refused(Reason.BROKEN_JSON, post("{\"handed\":7}"));
        refused(Reason.WRONG_TYPE, post("{\"asked\":{\"commitment\":\"" + "x".repeat(65) + "\"}}"));
        ok(post("{}"));
    }

    private EntityExchangeResult<byte[]> post(String json) {
        return send(phone, HttpMethod.POST, SyncPaths.TEAM_KEY, json.getBytes(StandardCharsets.UTF_8), null);
    }

    private String enrol(Phone phone) throws InterruptedException {
        EnrolmentCode code =
                codes.issue("key-team", Duration.ofMinutes(10)).blockOptional().orElseThrow();
        return stand.enrol(phone, code);
    }

    private void approve(Phone phone, String id) {
        assertThat(installs.find(id).blockOptional().orElseThrow().digits())
                .isEqualTo(SixDigits.ofPhone(id, phone.teamKeys().sealKey()));
        installs.approve(id).block();
    }
}
