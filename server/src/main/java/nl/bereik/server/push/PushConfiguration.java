package nl.bereik.server.push;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PushConfiguration {
    @Bean
    PushSender pushSender(PushProperties properties, Clock clock) {
        return properties.credentials() == null
                ? new LoggingSender()
                : FcmSender.open(properties.credentials(), properties, clock);
    }
}
