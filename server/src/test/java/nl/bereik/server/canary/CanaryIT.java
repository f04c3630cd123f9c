package nl.bereik.server.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.server.BereikServer;
import nl.bereik.server.retention.Retention;
import nl.bereik.server.staffweb.StandInIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/**
 * Values that must not leak, sent through every route of the whole server with its own log at its most talkative: each
 * is seen again where it belongs and nowhere else, be it a log, an error, a header, a redirect, a page, a measurement,
 * the audit trail or another collection of the store.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = {BereikServer.class, CanaryIT.Listening.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "logging.level.nl.bereik=TRACE",
            "bereik.oidc.client-id=" + StandInIssuer.CLIENT,
            "bereik.oidc.client-secret=" + StandInIssuer.SECRET,
            "bereik.oidc.roles." + PeopleFlow.GROUP + "=COORDINATOR",
            "bereik.oidc.everywhere=" + PeopleFlow.GROUP
        })
class CanaryIT {
    private static final Path DATA = temporary();
    private static final StandInIssuer ISSUER = new StandInIssuer(Instant.now());

    @LocalServerPort
    int port;

    @Autowired
    ReactiveMongoTemplate store;

    @Autowired
    Retention retention;

    @Autowired
    MeterRegistry measurements;

    @Autowired
    RoutesAsked routes;

    @Autowired
    ApplicationContext context;

    @TempDir
    Path phones;

    private final Canaries canaries = new Canaries();

    @TestConfiguration
    static class Listening {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        RoutesAsked routesAsked() {
            return new RoutesAsked();
        }
    }

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry properties) {
        properties.add("bereik.data", DATA::toString);
        properties.add("bereik.oidc.issuer", ISSUER::address);
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    /** It would let go of things by itself after a minute, which is sooner than a slow machine is through. */
    @BeforeEach
    void retentionOnlyWhenTold() {
        context.getBean("retentionLoop", Lifecycle.class).stop();
    }

    @Test
    void nothingIsSeenWhereItDoesNotBelong(CapturedOutput output) throws Exception {
        Talk stranger = new Talk(port);
        JsonObject secrets = Json.readObject(Files.readAllBytes(DATA.resolve("first-start.json")));
        Talk coordinator = new SignInFlow(canaries, secrets, stranger).run();
        Talk script = stranger.script(secrets.text("apiKey"));
        PeopleFlow people = new PeopleFlow(canaries, coordinator);
        String holder = people.accounts();
        people.organisation(ISSUER);
        String erased = new PhonesFlow(canaries, coordinator, script, phones).run(holder);
        wipeToken(erased);
        new ShutOutFlow(coordinator, script).run();
        PushFlow pushes = new PushFlow(canaries, script);
        pushes.run();
        new NeedFlow(canaries, coordinator, pushes.phone()).run(holder);
        DeskFlow desk = new DeskFlow(canaries, coordinator, script);
        desk.quarantineAndRecovery(pushes.phone(), pushes.pulled());
        desk.figures();
        desk.targets();
        desk.exploring();
        desk.retention(retention);
        desk.releases();
        new OddFlow(canaries, "a stranger", stranger.stranger()).run();
        OddFlow odd = new OddFlow(canaries, "the coordinator", coordinator);
        odd.run();
        odd.tornLines(pushes.phone());
        pushes.renew();
        desk.audit();
        stranger.read("health", "/actuator/health");
        coordinator.form("/logout", Map.of());

        Map<String, String> places = places(stranger, output);
        Set<String> left = routes.left(
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values());
        assertAll(
                () -> assertThat(canaries.unseen(places))
                        .as("they went through")
                        .isEmpty(),
                () -> assertThat(canaries.astray(places)).isEmpty(),
                () -> assertThat(left)
                        .as("routes that no canary was sent through")
                        .isEmpty());
    }

    private Map<String, String> places(Talk anybody, CapturedOutput output) throws IOException {
        LoggerFactory.getLogger("org.springframework.web").warn("a framework warns");
        LoggerFactory.getLogger("nl.bereik.server").trace("every word");
        Map<String, String> places = new LinkedHashMap<>(anybody.heard());
        places.putAll(Places.collections(store));
        places.put("files", Places.files(DATA));
        places.put("metrics", Places.metrics(measurements));
        places.put("log", output.getAll());
        assertThat(places.get("log"))
                .as("the log was listened to")
                .contains("Ready on port", "a framework warns", "every word", "let go of");
        assertThat(places.get("audit"))
                .as("acts were noted")
                .contains("PHONE_APPROVED", "SIGN_IN_FAILED", "WIPE_CONFIRMED", "KEY_ROTATED", "RETENTION_DONE");
        assertThat(places.get("metrics")).as("requests were measured").contains("http.server.requests");
        return places;
    }

    private void wipeToken(String install) {
        String orders = Places.collections(store).getOrDefault("wipeOrders", "");
        JsonObject order = Json.readObject(Pieces.bytes(orders));
        assertThat(order.text("_id")).isEqualTo(install);
        canaries.keep("wipe token of a phone", order.text("token"), "wipeOrders");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("bereik-canary");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
