package nl.bereik.mobile.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrashesTest {
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    @AfterEach
    void putBack() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void tellsTypesAndPlacesOfAnyThreadAndNoMessage() throws InterruptedException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Crashes.tellTo(new PrintStream(told, true, StandardCharsets.UTF_8));
        RuntimeException error = new IllegalStateException("rode sjaal", new RuntimeException("blauwe jas"));
        error.addSuppressed(new IllegalArgumentException("groene muts"));
        Thread thread = new Thread(() -> {
            throw error;
        });
        thread.setName("rode sjaal");
        thread.start();
        thread.join();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("IllegalStateException", "IllegalArgumentException", "caused by", "CrashesTest")
                .doesNotContain("sjaal", "jas", "muts");
    }

    @Test
    void anErrorThatCausesItselfIsToldOnce() {
        RuntimeException one = new RuntimeException();
        RuntimeException other = new RuntimeException(one);
        one.addSuppressed(other);
        assertThat(Crashes.report(one)).containsOnlyOnce("suppressed");
    }
}
