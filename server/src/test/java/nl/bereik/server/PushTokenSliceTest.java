package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.push.Platform;
import nl.bereik.protocol.push.PushTokenPost;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.access.Standing;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Revocation;
import nl.bereik.server.push.PushAddress;
import nl.bereik.server.push.PushAddresses;
import nl.bereik.server.push.PushToken;
import nl.bereik.server.push.PushTokens;
import nl.bereik.server.wipe.Wipes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** A phone tells where it can be nudged, as long as it may sync. */
final class PushTokenSliceTest extends SyncSlice {
    @Autowired
    PushTokens tokens;

    @Autowired
    PushAddresses addresses;

    @Autowired
    Revocation revocation;

    @Autowired
    Wipes wipes;

    private EntityExchangeResult<byte[]> tell(byte[] body) {
        return send(phone, HttpMethod.POST, SyncPaths.PUSH_TOKEN, body, null);
    }

    private void told(String token) {
        assertThat(tell(new PushTokenPost(token, Platform.ANDROID).encode())
                        .getStatus()
                        .value())
                .isEqualTo(204);
    }

    private @Nullable PushToken kept() {
        PushAddress address = tokens.of(phone.id()).block();
        return address == null ? null : address.token();
    }

    @Test
    void aTokenIsKeptRefreshedAndRemoved() {
        told("one");
        assertThat(kept()).isEqualTo(new PushToken("one", Platform.ANDROID));
        told("two");
        told("two");
        assertThat(kept()).isEqualTo(new PushToken("two", Platform.ANDROID));
        assertThat(tell(new PushTokenPost(null, Platform.ANDROID).encode())
                        .getStatus()
                        .value())
                .isEqualTo(204);
        assertThat(kept()).isNull();
    }

    @Test
    void whatIsNoTokenIsRefusedByItsField() {
        told("one");
        for (String[] wrong : List.of(
                new String[] {"{\"platform\": \"IOS\"}", "MISSING_FIELD", "token"},
                new String[] {"{\"token\": null}", "MISSING_FIELD", "platform"},
                new String[] {"{\"token\": 1, \"platform\": \"IOS\"}", "WRONG_TYPE", "token"},
                new String[] {"{\"token\": \"\", \"platform\": \"IOS\"}", "WRONG_TYPE", "token"},
                new String[] {"{\"token\": \"a b\", \"platform\": \"IOS\"}", "WRONG_TYPE", "token"},
                new String[] {"{\"token\": \"" + "a".repeat(4097) + "\", \"platform\": \"IOS\"}", "WRONG_TYPE", "token"
                },
                new String[] {"{\"token\": \"a\", \"platform\": \"TELEX\"}", "WRONG_TYPE", "platform"},
                new String[] {"{\"token\": \"a\", \"platform\": 1}", "WRONG_TYPE", "platform"})) {
            EntityExchangeResult<byte[]> reply = tell(wrong[0].getBytes(StandardCharsets.UTF_8));
            assertThat(refused(Reason.valueOf(wrong[1]), reply).field()).isEqualTo(wrong[2]);
        }
        refused(Reason.BROKEN_JSON, tell(new byte[] {'{'}));
        assertThat(kept()).isEqualTo(new PushToken("one", Platform.ANDROID));
        refused(
                Reason.WRONG_SIGNATURE,
                exchange(HttpMethod.POST, SyncPaths.PUSH_TOKEN, new byte[] {'{', '}'}, null, null));
    }

    @Test
    void aRevokedPhoneHasNoTokenAndCanTellNone() {
        told("one");
        revocation.revoke(Scope.EVERYWHERE, phone.id(), time.instant()).block();
        assertThat(kept()).isNull();
        refused(Reason.REVOKED_INSTALL, tell(new PushTokenPost("two", Platform.ANDROID).encode()));
    }

    @Test
    void anErasedPhoneHasNoToken() {
        told("one");
        wipes.order(phone.id(), new Person("carla", Set.of(Role.COORDINATOR), Scope.EVERYWHERE, Standing.FULL))
                .block();
        assertThat(kept()).isNull();
    }

    @Test
    void whatWasToldWhileThePhoneWasRevokedIsNotUsedAndGoes() {
        TestPhone carried = new TestPhone();
        Install install = new Install(
                carried.id(),
                "team",
                carried.install("team").publicKey(),
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                "anna",
                false);
        installs.add(install).block();
        PushAddress address =
                new PushAddress(install.id(), install.phone(), "anna", new PushToken("late", Platform.IOS));
        tokens.keep(address).block();
        assertThat(addresses.ofHolder("anna").collectList().block()).containsExactly(address);
        installs.revoke(install.id(), time.instant()).block();
        assertThat(addresses.ofHolder("anna").collectList().block()).isEmpty();
        assertThat(tokens.of(install.id()).block()).isNull();
    }

    @Test
    void theHealthPageSaysThatNothingIsSent() {
        assertThat(Json.readObject(ok(get("/actuator/health")))
                        .object("components")
                        .object("push"))
                .isEqualTo(Json.readObject("{\"status\": \"LOGGED_ONLY\"}"));
        assertThat(Json.readObject(ok(get("/actuator/health"))).text("status")).isEqualTo("UP");
    }
}
