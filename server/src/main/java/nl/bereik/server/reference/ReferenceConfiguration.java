package nl.bereik.server.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.BereikProperties;
import nl.bereik.server.state.StateSource;
import nl.bereik.server.store.StartUpException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {
    static final String FILE = "reference.json";

    @Bean
    StateSource referenceState(ReferenceData reference) {
        return install -> Flux.just(reference.record());
    }

    /** The data folder's {@code reference.json} if it is there, else that of Gelderland-Zuid. */
    @Bean
    ReferenceData referenceData(BereikProperties properties) {
        Path file = properties.data().resolve(FILE);
        if (!Files.exists(file)) {
            return ReferenceData.gelderlandZuid();
        }
        try {
            return ReferenceData.decode(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartUpException(file + " cannot be used: " + e.getMessage(), e);
        }
    }
}
