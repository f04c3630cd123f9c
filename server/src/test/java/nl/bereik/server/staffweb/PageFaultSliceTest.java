package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import nl.bereik.server.access.OpenToAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people and the log are told of faults: never what is in a message, nor which thing a path names. */
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init")
final class PageFaultSliceTest extends StaffWebTest {
    private static final String CANARY = "kanarie-9d27";
    private static final String PHONE = "phone-" + CANARY;
    private static final RequestMappingInfo TEMPLATE =
            RequestMappingInfo.paths("/test/template").build();
    private static final RequestMappingInfo LAYOUT =
            RequestMappingInfo.paths("/test/layout").build();
    private static final RequestMappingInfo BEGUN =
            RequestMappingInfo.paths("/test/begun").build();

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @AfterEach
    void withoutBrokenRoutes() {
        requestMappingHandlerMapping.unregisterMapping(TEMPLATE);
        requestMappingHandlerMapping.unregisterMapping(LAYOUT);
        requestMappingHandlerMapping.unregisterMapping(BEGUN);
    }

    @Test
    void faultIsAPageWithNothingInItAndAPlaceInTheLog(CapturedOutput log) {
        Visitor coordinator = Visitor.signedIn(address());
        installs.breakWith(new IllegalStateException(CANARY, new IOException("because of " + CANARY)));

        Visitor.Page dutch = coordinator.get("/phones/" + PHONE + "/revoke");
        Visitor.Page english = coordinator.get("/phones/" + PHONE + "/revoke?trace=true", "Accept-Language", "en-GB");

        assertThat(dutch.status()).isEqualTo(500);
        assertThat(dutch.body()).contains("Hier ging iets mis").doesNotContain(CANARY, "Exception");
        assertThat(english.status()).isEqualTo(500);
        assertThat(english.body()).contains("Something went wrong here").doesNotContain(CANARY, "Exception");
        assertThat(log).contains("SERVER_FAULT: java.io.IOException at").doesNotContain(CANARY);
    }

    @Test
    void scriptThatAsksForAPageIsToldNoMore(CapturedOutput log) {
        Visitor coordinator = Visitor.signedIn(address());
        installs.breakWith(new IllegalStateException(CANARY));

        Visitor.Page json = coordinator.get(
                "/phones/" + PHONE + "/revoke?message=true&trace=true&path=true", "Accept", "application/json");

        assertThat(json.status()).isEqualTo(500);
        assertThat(json.body()).contains("\"status\":500").doesNotContain(CANARY, "Exception", "nl.bereik");
        assertThat(log).doesNotContain(CANARY);
    }

    @Test
    void faultInATemplateIsToldWithoutItsMessage(CapturedOutput log) throws Exception {
        add(TEMPLATE, "template");

        Visitor.Page page = new Visitor(address()).get("/test/template");

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body()).contains("Hier ging iets mis").doesNotContain(CANARY, "Exception");
        assertThat(log)
                .contains("SERVER_FAULT: java.lang.IllegalStateException at")
                .doesNotContain(CANARY);
    }

    @Test
    void faultInWhatAllPagesShareIsToldInALine(CapturedOutput log) throws Exception {
        add(LAYOUT, "layout");

        Visitor.Page page = new Visitor(address()).get("/test/layout", "Accept-Language", "en-GB");

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body()).isEqualTo("Something went wrong here");
        assertThat(log).doesNotContain(CANARY);
    }

    @Test
    void answerThatHadBegunIsCutOffWithoutAWord(CapturedOutput log) throws Exception {
        add(BEGUN, "begun");

        Visitor visitor = new Visitor(address());

        assertThat(catchThrowable(() -> visitor.get("/test/begun")))
                .as("half an answer does not look whole")
                .isNotNull();
        assertThat(log)
                .contains("SERVER_FAULT: java.lang.IllegalStateException at")
                .doesNotContain(CANARY);
    }

    private void add(RequestMappingInfo route, String method) throws NoSuchMethodException {
        requestMappingHandlerMapping.registerMapping(route, new Broken(), Broken.class.getDeclaredMethod(method));
    }

    /** Handlers that fail at the latest moment. */
    static final class Broken {
        @OpenToAll("a test's")
        Rendering template() {
            return Rendering.view("second-step-done")
                    .modelAttribute("paper", List.of(new Trap()))
                    .build();
        }

        @OpenToAll("a test's")
        Rendering layout() {
            return Rendering.view("second-step-done")
                    .modelAttribute("me", new Trap())
                    .build();
        }

        @OpenToAll("a test's")
        ResponseEntity<Flux<String>> begun() {
            return ResponseEntity.ok()
                    .contentType(MediaType.TEXT_EVENT_STREAM)
                    .body(Flux.concat(Mono.just("so far"), Mono.error(new IllegalStateException(CANARY))));
        }
    }

    /** Fails when a template reads it. */
    static final class Trap {
        public boolean isIn() {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public String toString() {
            throw new IllegalStateException(CANARY);
        }
    }
}
