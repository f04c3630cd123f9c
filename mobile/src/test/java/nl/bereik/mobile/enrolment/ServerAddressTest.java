package nl.bereik.mobile.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "bereik.example.org, https://bereik.example.org",
        "' https://bereik.example.org:8443/sub/ ', https://bereik.example.org:8443/sub",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://[::1]:8080, http://[::1]:8080",
        "http://localhost, http://localhost"
    })
    void readsWhatSomebodyTyped(String typed, String address) {
        assertThat(Enrolment.parseServer(typed)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bereik.example.org",
                "http://10.0.0.1",
                "http://127.0.0.1.example.org",
                "http://localhost.example.org",
                "HTTP://example.org",
                "ftp://bereik.example.org",
                "https://user@bereik.example.org",
                "https://bereik.example.org?a=b",
                "https://",
                "two words"
            })
    void refusesWhatIsNoAddressOrNotSafe(String typed) {
        assertThatThrownBy(() -> Enrolment.parseServer(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
