package nl.bereik.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.bereik.protocol.push.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.test.StepVerifier;

@ExtendWith(OutputCaptureExtension.class)
class LoggingSenderTest {
    private static final UUID ID = UUID.fromString("7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11");

    @Test
    void saysAtTheStartAndOfEachPushThatNothingIsSent(CapturedOutput log) {
        LoggingSender sender = new LoggingSender();
        assertThat(log.getAll()).contains("phones get no pushes");
        StepVerifier.create(sender.send(new PushToken("token-of-a-phone", Platform.ANDROID), new Push(ID, true)))
                .expectNext(new PushOutcome.Failed("NO_CREDENTIALS"))
                .verifyComplete();
        assertThat(log.getAll()).contains(ID.toString()).doesNotContain("token-of-a-phone");
        StepVerifier.create(new PushHealthIndicator(sender).health())
                .assertNext(health -> assertThat(health.getStatus()).isEqualTo(new Status("LOGGED_ONLY")))
                .verifyComplete();
    }

    @Test
    void aTokenIsNotShownByAccident() {
        assertThat(new PushToken("token-of-a-phone", Platform.IOS)).hasToString("PushToken[IOS]");
    }
}
