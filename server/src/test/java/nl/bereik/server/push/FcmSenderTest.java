package nl.bereik.server.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.api.client.http.HttpTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.push.Platform;
import nl.bereik.server.store.StartUpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.actuate.endpoint.SimpleStatusAggregator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The real SDK, as it is on the server's class path, against a stand-in of Firebase. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(30)
class FcmSenderTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    private static final UUID ID = UUID.fromString("7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11");
    private static final PushToken ANDROID = new PushToken("token-of-a-phone", Platform.ANDROID);
    private static final PushToken IOS = new PushToken("token-of-a-phone", Platform.IOS);
    private static final Push URGENT = new Push(ID, true);
    private static final PushOutcome LATER = new PushOutcome.Retry(null);

    private final StandInFcm fcm = new StandInFcm();
    private FcmSender sender;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        sender = sender(new FcmTransport(fcm::way, FcmSender.PATIENCE));
    }

    private FcmSender sender(HttpTransport transport) {
        return FcmSender.open(
                fcm.credentials(folder),
                new PushProperties(null, "Bereik", "Nieuw bericht"),
                Clock.fixed(NOON, ZoneOffset.UTC),
                transport);
    }

    @AfterEach
    void close() {
        sender.destroy();
        fcm.close();
    }

    @Test
    void anUrgentPushSaysTheConstantWordsAndARandomIdAndNothingElse() {
        becomes(new PushOutcome.Delivered(), ANDROID, URGENT);
        assertThat(fcm.received()).hasSize(1);
        StandInFcm.Received received = fcm.received().get(0);
        assertThat(received.path()).isEqualTo("/v1/projects/stand-in/messages:send");
        assertThat(received.authorization()).isEqualTo("Bearer access");
        assertThat(received.json()).isEqualTo(Json.readObject("""
                {"message": {
                  "token": "token-of-a-phone",
                  "data": {
                    "id": "7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11",
                    "title": "Bereik", "body": "Nieuw bericht", "silent": "false"},
                  "android": {"collapse_key": "bereik", "priority": "high", "ttl": "86400s"}}}
                """));
    }

    @Test
    void whatCanWaitWakesNoPhone() {
        becomes(new PushOutcome.Delivered(), ANDROID, new Push(ID, false));
        assertThat(fcm.received().get(0).json().object("message").object("android"))
                .isEqualTo(Json.readObject(
                        "{\"collapse_key\": \"bereik\", \"priority\": \"normal\", \"ttl\": \"86400s\"}"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void appleIsToldTheSame(boolean urgent) {
        becomes(new PushOutcome.Delivered(), IOS, new Push(ID, urgent));
        assertThat(fcm.received().get(0).json()).isEqualTo(Json.readObject("""
                {"message": {
                  "token": "token-of-a-phone",
                  "data": {
                    "id": "7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11",
                    "title": "Bereik", "body": "Nieuw bericht", "silent": "false"},
                  "apns": {
                    "headers": {
                      "apns-push-type": "alert", "apns-priority": "%s",
                      "apns-collapse-id": "bereik", "apns-expiration": "1748865600"},
                    "payload": {"aps": {"alert": {"title": "Bereik", "body": "Nieuw bericht"}}}}}}
                """.formatted(urgent ? "10" : "5")));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT", new PushOutcome.Failed("INVALID_ARGUMENT")),
                arguments(404, "NOT_FOUND", "UNREGISTERED", new PushOutcome.Unregistered()),
                arguments(403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH", new PushOutcome.Failed("SENDER_ID_MISMATCH")),
                arguments(
                        401,
                        "UNAUTHENTICATED",
                        "THIRD_PARTY_AUTH_ERROR",
                        new PushOutcome.Refused("THIRD_PARTY_AUTH_ERROR")),
                arguments(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", LATER),
                arguments(503, "UNAVAILABLE", "UNAVAILABLE", LATER),
                arguments(500, "INTERNAL", "INTERNAL", LATER),
                // As the services of Google answer when Firebase itself was not reached.
                arguments(400, "INVALID_ARGUMENT", null, new PushOutcome.Failed("INVALID_ARGUMENT")),
                arguments(403, "PERMISSION_DENIED", null, new PushOutcome.Refused("PERMISSION_DENIED")),
                arguments(404, "NOT_FOUND", null, new PushOutcome.Refused("NOT_FOUND")),
                arguments(401, "UNAUTHENTICATED", null, new PushOutcome.Refused("UNAUTHENTICATED")),
                arguments(409, "ABORTED", null, LATER),
                arguments(429, "RESOURCE_EXHAUSTED", null, LATER),
                arguments(504, "DEADLINE_EXCEEDED", null, LATER),
                arguments(507, "OF_TOMORROW", "OF_TOMORROW", LATER));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalHasItsOutcome(
            int status, String ofGoogle, String ofFirebase, PushOutcome outcome, CapturedOutput log) {
        // At a 401 the SDK fetches a new access token and asks again.
        int asked = status == 401 ? 5 : 1;
        for (int i = 0; i < asked; i++) {
            fcm.next(StandInFcm.error(status, ofGoogle, ofFirebase));
        }
        becomes(outcome, ANDROID, URGENT);
        assertThat(fcm.received()).as("sent again only when that is asked for").hasSize(asked);
        assertThat(log.getAll()).doesNotContain("token-of-a-phone");
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                arguments("120", Duration.ofMinutes(2)),
                arguments("0", Duration.ZERO),
                arguments("Sun, 01 Jun 2025 12:00:30 GMT", Duration.ofSeconds(30)),
                arguments("Sun, 01 Jun 2025 11:00:00 GMT", Duration.ZERO),
                arguments("99999999999999999999", null),
                arguments("soon", null));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void whenToTryAgainIsPassedOn(String told, Duration after) {
        fcm.next(StandInFcm.error(503, "UNAVAILABLE", "UNAVAILABLE", "Retry-After", told));
        fcm.next(StandInFcm.error(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", "Retry-After", told));
        becomes(new PushOutcome.Retry(after), ANDROID, URGENT);
        becomes(new PushOutcome.Retry(after), ANDROID, URGENT);
        assertThat(fcm.received()).hasSize(2);
    }

    static Stream<Arguments> accidents() {
        return Stream.of(
                arguments("cut", StandInFcm.cut()),
                arguments("cut within the answer", StandInFcm.cutWithin()),
                arguments("a page of something in between", StandInFcm.text(502, "<html>Bad gateway</html>")),
                arguments("a page of a hotel", StandInFcm.text(200, "<html>Welcome</html>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accidents")
    void anAccidentIsTriedLater(String what, StandInFcm.Reply accident) {
        fcm.next(accident);
        becomes(LATER, ANDROID, URGENT);
        assertThat(fcm.received()).as(what).hasSize(1);
        becomes(new PushOutcome.Delivered(), ANDROID, URGENT);
        assertThat(fcm.received().get(1).json()).isEqualTo(fcm.received().get(0).json());
    }

    @Test
    void noAnswerInTimeIsTriedLater() {
        FcmSender impatient = sender(new FcmTransport(fcm::way, Duration.ofSeconds(1)));
        becomes(new PushOutcome.Delivered(), ANDROID, URGENT);
        fcm.next(fcm.silent());
        fcm.next(fcm.stuck());
        assertThat(impatient.send(ANDROID, URGENT).block()).isEqualTo(LATER);
        assertThat(impatient.send(ANDROID, URGENT).block()).isEqualTo(LATER);
        assertThat(fcm.received()).hasSize(3);
        impatient.destroy();
    }

    @Test
    void nobodyThereIsTriedLater() {
        FcmSender alone = sender(new FcmTransport(address -> URI.create("http://127.0.0.1:1/"), FcmSender.PATIENCE));
        assertThat(alone.send(ANDROID, URGENT).block()).isEqualTo(LATER);
        alone.destroy();
    }

    @Test
    void anAccountThatIsRefusedIsForSomebodyToPutRight(CapturedOutput log) {
        fcm.nextOfAccount(StandInFcm.text(400, "{\"error\": \"invalid_grant\"}"));
        becomes(new PushOutcome.Refused("CREDENTIALS"), ANDROID, URGENT);
        fcm.nextOfAccount(StandInFcm.text(503, "{}"));
        becomes(LATER, ANDROID, URGENT);
        assertThat(fcm.received()).isEmpty();
        assertThat(log.getAll())
                .contains("push refused: CREDENTIALS")
                .doesNotContain("PRIVATE KEY", "token-of-a-phone");
    }

    @Test
    void theHealthPageSaysThatTheAccountIsRefusedUntilAPushIsTaken() {
        assertThat(health()).isEqualTo(Status.UP);
        fcm.nextOfAccount(StandInFcm.text(400, "{\"error\": \"invalid_grant\"}"));
        becomes(new PushOutcome.Refused("CREDENTIALS"), ANDROID, URGENT);
        assertThat(health()).isEqualTo(new Status("REFUSED"));
        assertThat(health().getDescription()).isEqualTo("CREDENTIALS at 2025-06-01T12:00:00Z");
        fcm.next(StandInFcm.error(503, "UNAVAILABLE", "UNAVAILABLE"));
        becomes(LATER, ANDROID, URGENT);
        fcm.next(StandInFcm.error(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT"));
        becomes(new PushOutcome.Failed("INVALID_ARGUMENT"), ANDROID, URGENT);
        assertThat(health()).as("none was taken").isEqualTo(new Status("REFUSED"));
        becomes(new PushOutcome.Delivered(), ANDROID, URGENT);
        assertThat(health()).isEqualTo(Status.UP);
    }

    @Test
    void aRefusedAccountTakesNoServerOutOfService() {
        assertThat(new SimpleStatusAggregator().getAggregateStatus(Status.UP, new Status("REFUSED")))
                .isEqualTo(Status.UP);
    }

    private Status health() {
        return Objects.requireNonNull(new PushHealthIndicator(sender).health().block())
                .getStatus();
    }

    @Test
    void whoeverAsksDoesNotWaitAndAFewAreSentAtATime() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(32);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 40; i++) {
            fcm.next(exchange -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                busy.countDown();
                StandInFcm.after(go, reply -> {
                            now.decrementAndGet();
                            StandInFcm.taken().to(reply);
                        })
                        .to(exchange);
            });
        }
        StepVerifier.create(Flux.range(0, 40).flatMap(i -> sender.send(ANDROID, URGENT), 40))
                .then(() -> {
                    try {
                        busy.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    go.countDown();
                })
                .expectNextCount(40)
                .verifyComplete();
        assertThat(most).hasValue(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"type\": \"service_account\"}", "secret-of-the-account"})
    void aFileThatIsNoAccountsStopsTheStartAndIsNotQuoted(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("somewhere.json"), content);
        assertThatThrownBy(() -> FcmSender.open(file, new PushProperties(file, "a", "b"), Clock.systemUTC()))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("bereik.push.credentials")
                .hasMessageNotContaining("somewhere")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThat(new PushProperties(file, "a", "b").toString()).doesNotContain("somewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\"b", "a\\b", "a\nb", "0123456789012345678901234567890123456789012345678901234567890"
            })
    void wordsThatAPhoneCannotShowAreRefused(String words) {
        assertThatThrownBy(() -> new PushProperties(null, words, "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PushProperties(null, "a", words)).isInstanceOf(IllegalArgumentException.class);
    }

    /** All of these tests run on what the server has; of the SDK's other services it has nothing. */
    @Test
    void theOtherServicesOfTheSdkAreLeftOut() {
        for (String left : List.of(
                "com.google.cloud.firestore.Firestore",
                "com.google.cloud.storage.Storage",
                "io.grpc.stub.AbstractStub",
                "com.google.protobuf.Message",
                "com.google.api.gax.rpc.ApiClientHeaderProvider",
                "org.apache.hc.client5.http.async.HttpAsyncClient",
                "org.apache.http.client.HttpClient")) {
            assertThatThrownBy(() -> Class.forName(left)).as(left).isInstanceOf(ClassNotFoundException.class);
        }
        becomes(new PushOutcome.Delivered(), ANDROID, URGENT);
    }

    private void becomes(PushOutcome outcome, PushToken token, Push push) {
        StepVerifier.create(sender.send(token, push)).expectNext(outcome).verifyComplete();
    }
}
