package nl.bereik.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class StoreHostTest {
    @Test
    void readsTheDatabaseFromTheUri() {
        try (StoreHost named = StoreHost.open("mongodb://127.0.0.1:1/other", Path.of("unused"));
                StoreHost unnamed = StoreHost.open("mongodb://127.0.0.1:1", Path.of("unused"))) {
            assertThat(named.database()).isEqualTo("other");
            assertThat(unnamed.database()).isEqualTo("bereik");
            assertThat(named.isEmbedded()).isFalse();
        }
    }

    @Test
    void doesNotTellAUriThatItCannotRead() {
        assertThatExceptionOfType(StartUpException.class)
                .isThrownBy(() -> StoreHost.open("mongo:/user:secret@host", Path.of("unused")))
                .withMessageNotContaining("secret")
                .withNoCause();
    }
}
