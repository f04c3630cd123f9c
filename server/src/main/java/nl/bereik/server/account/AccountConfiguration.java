package nl.bereik.server.account;

import java.util.random.RandomGenerator;
import nl.bereik.server.BereikProperties;
import nl.bereik.server.enrolment.EnrolmentCodes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccountProperties.class, OrganisationProperties.class})
class AccountConfiguration {

    @Bean
    FirstStartBeforeAnswering firstStart(
            BereikProperties properties,
            Accounts accounts,
            ApiKeys keys,
            EnrolmentCodes codes,
            Passwords passwords,
            RandomGenerator random) {
        FirstStartFile file = new FirstStartFile(properties.data());
        return new FirstStartBeforeAnswering(
                new FirstStart(file, properties.team(), accounts, keys, codes, passwords, random));
    }
}
