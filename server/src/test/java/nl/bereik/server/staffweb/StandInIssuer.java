package nl.bereik.server.staffweb;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An organisation's OpenID Connect issuer on loopback. It signs whoever comes in as the subject that was set, checks
 * client, PKCE and that a code is used once, and can be told to cheat.
 */
public final class StandInIssuer implements AutoCloseable {
    public static final String CLIENT = "bereik";
    public static final String SECRET = "s3cret-of-the-client";

    private final HttpServer http;
    private final RSAKey key;
    private final RSAKey otherKey;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Instant now;
    private final List<String> given = new CopyOnWriteArrayList<>();

    public volatile String subject = "sub-anja";
    public volatile Map<String, @Nullable Object> others = Map.of();
    public volatile List<String> groups = List.of();
    public volatile Cheat cheat = Cheat.NONE;

    /** What it can do wrong. */
    public enum Cheat {
        NONE,
        OTHER_KEY,
        OTHER_NONCE,
        OTHER_AUDIENCE,
        OTHER_ISSUER,
        EXPIRED,
        NO_SIGNATURE,
        SIGNED_BY_CLIENT,
        NO_NONCE,
        NO_SUBJECT,
        OUT_OF_ORDER
    }

    public StandInIssuer(Instant now) {
        this.now = now;
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            otherKey = new RSAKeyGenerator(2048).keyID("one").generate();
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        http.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata()));
        http.createContext("/keys", exchange -> text(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        http.createContext("/authorize", this::authorize);
        http.createContext("/token", this::token);
        http.start();
    }

    public String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Every code and token that it gave away. */
    public List<String> given() {
        return List.copyOf(given);
    }

    private Map<String, @Nullable Object> metadata() {
        Map<String, @Nullable Object> metadata = new HashMap<>();
        metadata.put("issuer", address());
        metadata.put("authorization_endpoint", address() + "/authorize");
        metadata.put("token_endpoint", address() + "/token");
        metadata.put("jwks_uri", address() + "/keys");
        metadata.put("end_session_endpoint", address() + "/end");
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return metadata;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        given.add(code);
        String back = asked.get("redirect_uri") + "?code=" + code + "&state="
                + URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        if (cheat == Cheat.OUT_OF_ORDER) {
            text(exchange, 500, "<h1>Out of order</h1>");
            return;
        }
        String client =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (asked == null
                || !client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        Map<String, @Nullable Object> reply = new HashMap<>();
        String accessToken = UUID.randomUUID().toString();
        String idToken = idToken(asked);
        given.addAll(List.of(accessToken, idToken));
        reply.put("access_token", accessToken);
        reply.put("token_type", "Bearer");
        reply.put("id_token", idToken);
        json(exchange, 200, reply);
    }

    private String idToken(Map<String, String> asked) {
        JWTClaimsSet.Builder told = new JWTClaimsSet.Builder()
                .issuer(cheat == Cheat.OTHER_ISSUER ? address() + "/other" : address())
                .audience(cheat == Cheat.OTHER_AUDIENCE ? "another" : CLIENT)
                .subject(cheat == Cheat.NO_SUBJECT ? null : subject)
                .claim("roles", groups)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(cheat == Cheat.EXPIRED ? -600 : 300)));
        if (cheat != Cheat.NO_NONCE) {
            told.claim("nonce", cheat == Cheat.OTHER_NONCE ? "another" : asked.get("nonce"));
        }
        others.forEach(told::claim);
        JWTClaimsSet claims = told.build();
        if (cheat == Cheat.NO_SIGNATURE) {
            return new PlainJWT(claims).serialize();
        }
        try {
            if (cheat == Cheat.SIGNED_BY_CLIENT) {
                SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                token.sign(new MACSigner((SECRET + SECRET).getBytes(StandardCharsets.UTF_8)));
                return token.serialize();
            }
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID("one")
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            token.sign(new RSASSASigner(cheat == Cheat.OTHER_KEY ? otherKey : key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> query(String query) {
        Map<String, String> values = new HashMap<>();
        UriComponentsBuilder.fromUriString("?" + query.replace('+', ' '))
                .build()
                .getQueryParams()
                .forEach((name, all) -> values.put(name, URLDecoder.decode(all.get(0), StandardCharsets.UTF_8)));
        return values;
    }

    private static void json(HttpExchange exchange, int status, Map<String, @Nullable Object> members)
            throws IOException {
        text(exchange, status, JsonObject.of(members).text());
    }

    private static void text(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
