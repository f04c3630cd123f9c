package nl.bereik.server.signature;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignatureConfiguration {
    @Bean
    Verifiers verifiers() {
        return ECDSAVerifier::new;
    }
}
