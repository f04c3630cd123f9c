package nl.bereik.server.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bereik.server.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in at the organisation by OpenID Connect, {@code bereik.oidc.*}.
 *
 * @param issuer its address; null when people sign in here only
 * @param clientId of this server at the issuer
 * @param clientSecret of this server at the issuer
 * @param nameClaim the claim with what people call somebody, only to be shown; when null {@code preferred_username}, or
 *     else {@code name}
 * @param rolesClaim the claim with the groups or roles of somebody: a text or a list of texts
 * @param roles the roles for each value of that claim
 * @param teams the teams for each value of that claim
 * @param everywhere the values of that claim that mean all teams
 * @param patience how long to wait for the issuer before saying that it did not work
 */
@ConfigurationProperties("bereik.oidc")
public record OrganisationProperties(
        @Nullable String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @Nullable String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, Set<Role>> roles,
        @DefaultValue Map<String, List<String>> teams,
        @DefaultValue List<String> everywhere,
        @DefaultValue("10s") Duration patience) {

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "OrganisationProperties[" + issuer + "]";
    }
}
