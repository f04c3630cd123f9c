package nl.bereik.server.account;

import java.time.Clock;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.server.access.RouteGate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec.CacheSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec.ContentTypeOptionsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec.FrameOptionsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec.HstsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec.XssProtectionSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * How people and phones are known; who may reach what stands beside each handler. Before somebody has signed in nothing
 * is kept on the server: the CSRF token and the page asked for live in cookies, so that strangers cannot fill the
 * session store.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class AccessRules {
    private static final int PHONES = 1;
    private static final int HEALTH = 2;
    private static final int API = 3;
    private static final int PAGES = 4;

    private static final String PAGE_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none';" + " form-action 'self'; frame-ancestors 'none'";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** Phones sign every request themselves; the proof is checked where the request is read. */
    @Bean
    @Order(PHONES)
    SecurityWebFilterChain phones(ServerHttpSecurity http, RouteGate gate) {
        return stateless(onlyNoStore(http), "/sync/**")
                .authorizeExchange(rules -> rules.anyExchange().access(gate))
                .build();
    }

    @Bean
    @Order(HEALTH)
    SecurityWebFilterChain health(ServerHttpSecurity http, RouteGate gate) {
        return stateless(headers(http, DATA_POLICY), "/actuator/**")
                .authorizeExchange(rules -> rules.anyExchange().access(gate))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(Denials.notFound())
                        .accessDeniedHandler(Denials.notFoundEither()))
                .build();
    }

    @Bean
    @Order(API)
    SecurityWebFilterChain api(
            ServerHttpSecurity http, ApiKeySignIn byKey, BrowserSessions sessions, Clock clock, RouteGate gate) {
        Refusals refusals = new Refusals(clock);
        AuthenticationWebFilter keys = new AuthenticationWebFilter(byKey);
        keys.setServerAuthenticationConverter(byKey);
        keys.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        keys.setAuthenticationFailureHandler(
                new ServerAuthenticationEntryPointFailureHandler(refusals.of(Refusal.Reason.NOT_SIGNED_IN)));
        return headers(http, DATA_POLICY)
                .securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api/**"))
                .securityContextRepository(sessions)
                .requestCache(RequestCacheSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfCookies())
                        .requireCsrfProtectionMatcher(Denials.changesBySession(sessions))
                        .accessDeniedHandler(refusals.denied()))
                .addFilterAt(keys, SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals.of(Refusal.Reason.NOT_SIGNED_IN))
                                .accessDeniedHandler(refusals.denied()))
                .authorizeExchange(rules -> rules.anyExchange().access(gate.tellingStrangersNothing()))
                .build();
    }

    /** Signing in and out are routes of their own, see the pages. */
    @Bean
    @Order(PAGES)
    SecurityWebFilterChain pages(
            ServerHttpSecurity http, BrowserSessions sessions, PageAskedFor askedFor, RouteGate gate) {
        return headers(http, PAGE_POLICY)
                .securityMatcher(new PathPatternParserServerWebExchangeMatcher("/**"))
                .securityContextRepository(sessions)
                .requestCache(cache -> cache.requestCache(askedFor))
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfCookies()).accessDeniedHandler(Denials.forbidden()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(Denials.toSignInPage(askedFor))
                        .accessDeniedHandler(Denials.forbidden()))
                .authorizeExchange(rules -> rules.anyExchange().access(gate.tellingStrangersNothing()))
                .build();
    }

    private static ServerHttpSecurity stateless(ServerHttpSecurity http, String paths) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(paths))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(RequestCacheSpec::disable)
                .csrf(CsrfSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable);
    }

    /** Phones are no browsers, and every byte is sent over a bad network: of the usual headers they get this one. */
    private static ServerHttpSecurity onlyNoStore(ServerHttpSecurity http) {
        StaticServerHttpHeadersWriter noStore = StaticServerHttpHeadersWriter.builder()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
        return http.headers(headers -> headers.cache(CacheSpec::disable)
                .contentTypeOptions(ContentTypeOptionsSpec::disable)
                .frameOptions(FrameOptionsSpec::disable)
                .hsts(HstsSpec::disable)
                .xssProtection(XssProtectionSpec::disable)
                .writer(noStore));
    }

    private static ServerHttpSecurity headers(ServerHttpSecurity http, String contentPolicy) {
        return http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentPolicy))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicy(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")));
    }
}
