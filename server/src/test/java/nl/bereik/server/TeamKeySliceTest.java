package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.HttpTransport;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.teamkey.TeamKeys.NewPhone;
import nl.bereik.mobile.teamkey.TeamKeys.Standing;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.server.teamkey.TeamKeyMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Two real phones get the team's key through the real server, over HTTP. */
@Import(TeamKeyMemory.class)
final class TeamKeySliceTest extends SyncSlice {
    @TempDir
    Path folder;

    @Test
    void fromCodeToSharedKey() throws IOException, InterruptedException {
        try (Phone keeper = phone("keeper");
                Phone fresh = phone("fresh")) {
            approve(keeper, enrol(keeper));
            assertThat(sync(keeper).proved()).isTrue();
            assertThat(keeper.teamKeys().current()).isPresent();

            String id = enrol(fresh);
            assertThat(sync(fresh).refusal()).isEqualTo(Reason.NOT_APPROVED);
            assertThat(Objects.requireNonNull(fresh.enrolment().install()).approved())
                    .isFalse();
            approve(fresh, id);
            assertThat(sync(fresh).end()).isEqualTo(SyncResult.End.COMPLETE);
            assertThat(Objects.requireNonNull(fresh.enrolment().install()).approved())
                    .isTrue();
            assertThat(fresh.teamKeys().standing()).isEqualTo(Standing.KEEPER_TO_ANSWER);
            sync(keeper);
            sync(fresh);
            sync(keeper);
            SixDigits shown = fresh.teamKeys().digits().orElseThrow();
            NewPhone waiting = keeper.teamKeys().newPhones().get(0);
            assertThat(waiting.digits()).isEqualTo(shown);
            keeper.teamKeys().confirm(waiting.phone(), shown);
            fresh.teamKeys().confirmKeeper(shown);
            sync(keeper);
            assertThat(sync(fresh).proved()).isTrue();
            assertThat(fresh.teamKeys().current()).isEqualTo(keeper.teamKeys().current());

            installs.revoke(id, time.instant()).block();
            sync(keeper);
            assertThat(keeper.teamKeys().current().orElseThrow().epoch()).isEqualTo(2);
            assertThat(sync(fresh).refusal()).isEqualTo(Reason.REVOKED_INSTALL);
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

    private Phone phone(String name) throws IOException {
        return Phone.open(
                new PhoneParts(
                        new FileDisk(folder.resolve(name)),
                        time,
                        new SecureRandom(),
                        InstallKeys.inProcess(),
                        new PinLock.Cost(64, 1)),
                new Pin("2468"));
    }

    private String enrol(Phone phone) throws InterruptedException {
        EnrolmentCode code =
                codes.issue("key-team", Duration.ofMinutes(10)).blockOptional().orElseThrow();
        URI server = URI.create("http://127.0.0.1:" + port);
        assertThat(client(phone).enrol(server, code).end()).isEqualTo(SyncResult.End.COMPLETE);
        return Objects.requireNonNull(phone.enrolment().install()).installId();
    }

    private void approve(Phone phone, String id) {
        assertThat(installs.find(id).blockOptional().orElseThrow().digits())
                .isEqualTo(SixDigits.ofPhone(id, phone.teamKeys().sealKey()));
        installs.approve(id).block();
    }

    private static SyncResult sync(Phone phone) throws InterruptedException {
        return client(phone).sync(1);
    }

    private static SyncClient client(Phone phone) {
        return new SyncClient(phone, new HttpTransport(), pause -> {});
    }
}
