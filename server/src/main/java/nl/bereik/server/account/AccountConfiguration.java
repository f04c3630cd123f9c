package nl.bereik.server.account;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import nl.bereik.server.enrolment.EnrolmentCodes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    @Fallback
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    @Fallback
    Clock accountClock() {
        return Clock.systemUTC();
    }

    @Bean
    FirstStartBeforeAnswering firstStart(
            @Value("${bereik.data:bereik-data}") Path data,
            @Value("${bereik.team:outreach}") String team,
            Accounts accounts,
            ApiKeys keys,
            EnrolmentCodes codes,
            Passwords passwords,
            SecureRandom random) {
        return new FirstStartBeforeAnswering(
                new FirstStart(new FirstStartFile(data), team, accounts, keys, codes, passwords, random));
    }
}
