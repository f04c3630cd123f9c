package nl.bereik.server.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in, {@code bereik.accounts.*}.
 *
 * @param totp whether coordinators and administrators must have a second step
 * @param idle a session ends after this long without doing anything
 * @param longest a session ends after this long in any case
 */
@ConfigurationProperties("bereik.accounts")
public record AccountProperties(
        @DefaultValue("optional") SecondStepFor totp,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest) {

    /** Whether a second step must be set up. */
    public enum SecondStepFor {
        OPTIONAL,
        REQUIRED
    }
}
