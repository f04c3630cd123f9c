package nl.bereik.server.staffweb;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.autoconfigure.ResourceHandlerRegistrationCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConferenceProperties.class)
class StaffWebConfiguration {

    /** English where a language has no words of its own, whatever the language of the machine. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    /** See {@link Assets}. */
    @Bean
    ResourceHandlerRegistrationCustomizer keptForEver() {
        return files -> files.setCacheControl(
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
