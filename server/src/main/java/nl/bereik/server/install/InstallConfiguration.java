package nl.bereik.server.install;

import nl.bereik.server.BereikProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InstallConfiguration {
    @Bean
    Teams teams(BereikProperties properties) {
        return new Teams(properties.regions());
    }
}
