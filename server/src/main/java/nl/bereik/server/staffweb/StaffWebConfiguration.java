package nl.bereik.server.staffweb;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.webflux.autoconfigure.ResourceHandlerRegistrationCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.resource.TransformedResource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
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

    /**
     * Files are kept by browsers for ever, see {@link Assets}, and by the server in memory: one that is sent straight
     * from disk never arrives, now and then, when it is compressed on its way.
     */
    @Bean
    ResourceHandlerRegistrationCustomizer filesKept() {
        return files -> files.setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addTransformer((exchange, file, chain) ->
                        chain.transform(exchange, file).flatMap(StaffWebConfiguration::inMemory));
    }

    private static Mono<Resource> inMemory(Resource file) {
        return Mono.<Resource>fromCallable(() -> new TransformedResource(file, file.getContentAsByteArray()))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
