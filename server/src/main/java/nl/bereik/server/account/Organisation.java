package nl.bereik.server.account;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The organisation at which people sign in by OpenID Connect: authorisation code, PKCE and nonce. */
@Component
class Organisation {
    /** Where it sends people back to. */
    static final String RETURN = "/login/organisation/return";

    private static final String ID = "organisation";
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);
    private static final String END_SESSION = "end_session_endpoint";

    private final @Nullable String issuer;
    private final Duration patience;
    private final Mono<ClientRegistration> registration;
    private final OidcAuthorizationCodeReactiveAuthenticationManager manager;

    Organisation(OrganisationProperties properties, Clock clock) {
        this.issuer = properties.issuer();
        this.patience = properties.patience();
        this.registration = Mono.fromCallable(() -> discover(properties))
                .subscribeOn(Schedulers.boundedElastic())
                .cache(found -> FOR_EVER, failure -> Duration.ZERO, () -> Duration.ZERO);
        this.manager = manager(clock);
    }

    private static OidcAuthorizationCodeReactiveAuthenticationManager manager(Clock clock) {
        OidcReactiveOAuth2UserService users = new OidcReactiveOAuth2UserService();
        users.setRetrieveUserInfo(request -> false);
        ReactiveOidcIdTokenDecoderFactory decoders = new ReactiveOidcIdTokenDecoderFactory();
        decoders.setJwtValidatorFactory(registration -> {
            JwtTimestampValidator times = new JwtTimestampValidator();
            times.setClock(clock);
            OidcIdTokenValidator token = new OidcIdTokenValidator(registration);
            token.setClock(clock);
            return new DelegatingOAuth2TokenValidator<>(times, token);
        });
        var manager = new OidcAuthorizationCodeReactiveAuthenticationManager(
                new WebClientReactiveAuthorizationCodeTokenResponseClient(), users);
        manager.setJwtDecoderFactory(decoders);
        return manager;
    }

    /** What a browser keeps while somebody signs in there. */
    record Pending(String state, String nonce, String verifier) {
        String encode() {
            return state + "." + nonce + "." + verifier;
        }

        static @Nullable Pending decode(@Nullable String cookie) {
            String[] parts = cookie == null ? new String[0] : cookie.split("\\.", -1);
            return parts.length == 3 ? new Pending(parts[0], parts[1], parts[2]) : null;
        }

        /** Hides the secrets from logs. */
        @Override
        public String toString() {
            return "Pending";
        }
    }

    /** Where to send somebody, and what to keep until that person is back. */
    record Departure(URI to, Pending kept) {}

    boolean isConfigured() {
        return issuer != null;
    }

    /** Never empty. Errors with RuntimeException when the organisation does not answer. */
    Mono<Departure> depart(ServerWebExchange exchange) {
        return patiently(request(exchange).map(request -> {
            String nonce = request.getAttribute("nonce");
            String verifier = request.getAttribute("code_verifier");
            return new Departure(
                    URI.create(request.getAuthorizationRequestUri()),
                    new Pending(strict(request.getState()), strict(nonce), strict(verifier)));
        }));
    }

    /**
     * What the organisation says of the person who comes back. Errors with AuthenticationException or another
     * RuntimeException when it says nothing that holds.
     */
    Mono<Map<String, Object>> arrive(ServerWebExchange exchange, Pending kept) {
        String code = exchange.getRequest().getQueryParams().getFirst("code");
        String state = exchange.getRequest().getQueryParams().getFirst("state");
        if (code == null || !kept.state().equals(state)) {
            return Mono.error(new IllegalStateException("somebody came back who was not sent"));
        }
        return patiently(Mono.zip(registration, request(exchange)).flatMap(both -> {
            OAuth2AuthorizationRequest sent = OAuth2AuthorizationRequest.from(both.getT2())
                    .state(kept.state())
                    .attributes(attributes -> {
                        attributes.put("nonce", kept.nonce());
                        attributes.put("code_verifier", kept.verifier());
                    })
                    .build();
            OAuth2AuthorizationResponse back = OAuth2AuthorizationResponse.success(code)
                    .redirectUri(strict(sent.getRedirectUri()))
                    .state(kept.state())
                    .build();
            return manager.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(
                            both.getT1(), new OAuth2AuthorizationExchange(sent, back)))
                    .mapNotNull(Authentication::getPrincipal)
                    .cast(OidcUser.class)
                    .map(OidcUser::getClaims);
        }));
    }

    /** Where to sign out there as well; empty when it does not offer that. */
    Mono<URI> signOut() {
        return patiently(registration.flatMap(found -> Mono.justOrEmpty(
                found.getProviderDetails().getConfigurationMetadata().get(END_SESSION) instanceof String end
                        ? URI.create(end + "?client_id=" + found.getClientId())
                        : null)));
    }

    /** Spring's own clients wait for ever for an issuer that takes the connection and says nothing. */
    private <T> Mono<T> patiently(Mono<T> answer) {
        return answer.timeout(
                patience, Mono.error(() -> new IllegalStateException("the organisation did not answer in time")));
    }

    private Mono<OAuth2AuthorizationRequest> request(ServerWebExchange exchange) {
        return registration.flatMap(found -> {
            var resolver = new DefaultServerOAuth2AuthorizationRequestResolver(
                    new InMemoryReactiveClientRegistrationRepository(found));
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
            return resolver.resolve(exchange, ID);
        });
    }

    private static ClientRegistration discover(OrganisationProperties properties) {
        return ClientRegistrations.fromIssuerLocation(strict(properties.issuer()))
                .registrationId(ID)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .redirectUri("{baseUrl}" + RETURN)
                .scope("openid", "profile")
                .build();
    }

    private static String strict(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("a part of signing in at the organisation is missing");
        }
        return text;
    }
}
