package nl.bereik.mobile.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.journal.JournalException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinLockTest {
    private static final PinLock.Cost CHEAP = new PinLock.Cost(64, 1);
    private final MemoryDisk disk = new MemoryDisk();
    private final PinLock lock =
            new PinLock(disk, new Random(5), new PinTries(disk, Clock.systemUTC(), System::nanoTime));

    @Test
    void onlyTheRightPinOpens() {
        SecretKey key = lock.create(new Pin("2468"), CHEAP);
        assertThat(lock.unlock(new Pin("2468"))).isEqualTo(key);
        assertThatThrownBy(() -> lock.unlock(new Pin("2469"))).satisfies(reason(Reason.WRONG_PIN));
        assertThatThrownBy(() -> lock.unlock(new Pin("24680"))).satisfies(reason(Reason.WRONG_PIN));
    }

    @Test
    void anotherPinOpensTheSameKey() {
        SecretKey key = lock.create(new Pin("2468"), CHEAP);
        assertThatThrownBy(() -> lock.change(new Pin("1111"), new Pin("97531"), CHEAP))
                .satisfies(reason(Reason.WRONG_PIN));
        lock.change(new Pin("2468"), new Pin("97531"), CHEAP);
        assertThat(lock.unlock(new Pin("97531"))).isEqualTo(key);
        assertThatThrownBy(() -> lock.unlock(new Pin("2468"))).satisfies(reason(Reason.WRONG_PIN));
    }

    @Test
    void aDamagedKeyFileIsNamed() {
        lock.create(new Pin("2468"), CHEAP);
        String text = new String(disk.content(PinLock.FILE), StandardCharsets.UTF_8);
        for (String damaged : new String[] {
            "", "{}", text.substring(0, 40), text.replace("\"salt\"", "\"sa\""), text.replace("64", "99999999999"),
        }) {
            disk.plant(PinLock.FILE, damaged.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> lock.unlock(new Pin("2468"))).satisfies(reason(Reason.KEY_DAMAGED));
        }
        disk.plant(PinLock.FILE, text.replace("\"version\":1", "\"version\":2").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> lock.unlock(new Pin("2468"))).satisfies(reason(Reason.NEWER_VERSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1234567890123", "12a4", "١٢٣٤", "12 34"})
    void aPinIsFourToTwelveDigits(String typed) {
        assertThatThrownBy(() -> new Pin(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Consumer<Throwable> reason(Reason reason) {
        return e -> assertThat(((JournalException) e).reason()).isEqualTo(reason);
    }
}
