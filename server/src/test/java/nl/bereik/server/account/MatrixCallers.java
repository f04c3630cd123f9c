package nl.bereik.server.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.server.TestPhone;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.RouteRule;
import nl.bereik.server.access.Standing;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Everybody who may knock, what each must get, and what each gets. */
final class MatrixCallers {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ApplicationContext context;
    private final String address;
    private final HttpClient web =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String csrfCookie;
    private final String csrfToken;

    /** How a caller makes itself known. */
    enum Via {
        NOTHING,
        SESSION,
        KEY,
        PHONE,
        UNAPPROVED_PHONE,
        REVOKED_PHONE,
        UNKNOWN_PHONE
    }

    /** @param everywhere whether for all teams and not only for those of the north */
    record Caller(Via via, @Nullable Role role, Standing standing, boolean everywhere) {
        static List<Caller> all() {
            List<Caller> all = new ArrayList<>();
            for (Via via : Via.values()) {
                if (via != Via.SESSION && via != Via.KEY) {
                    all.add(new Caller(via, null, Standing.FULL, false));
                }
            }
            for (Role role : Role.values()) {
                all.add(new Caller(Via.KEY, role, Standing.FULL, false));
                all.add(new Caller(Via.KEY, role, Standing.FULL, true));
                all.add(new Caller(Via.SESSION, role, Standing.FULL, true));
                for (Standing standing : List.of(Standing.FULL, Standing.OWES_PASSWORD, Standing.OWES_CODE)) {
                    all.add(new Caller(Via.SESSION, role, standing, false));
                }
            }
            return all;
        }

        boolean isKnown() {
            return role != null;
        }
    }

    MatrixCallers(ApplicationContext context, int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
        HttpResponse<InputStream> login = send(HttpRequest.newBuilder(URI.create(address + "/login")));
        Matcher token = TOKEN.matcher(read(login));
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no token");
        }
        csrfToken = token.group(1);
        csrfCookie = login.headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
                .orElseThrow();
    }

    /** What is not as it must be, a line each. */
    List<String> holes(String route, RouteRule rule, RouteObjects.Sample sample) {
        List<String> holes = new ArrayList<>();
        HttpMethod method =
                HttpMethod.valueOf(route.substring(0, route.indexOf(' ')).replace("*", "GET"));
        for (Caller caller : Caller.all()) {
            if (caller.via() == Via.KEY && !route.contains(" /api/")) {
                continue;
            }
            for (boolean own : sample.foreign() == null ? List.of(true) : List.of(true, false)) {
                int status = ask(caller, method, sample, own);
                String must = must(caller, rule, route, sample, own);
                if (!status(must, status)) {
                    holes.add(caller + (own ? " own" : " foreign") + ": " + status + " and not " + must);
                }
            }
        }
        return holes;
    }

    int status(Caller caller, HttpMethod method, String path) {
        return ask(caller, method, new RouteObjects.Sample(things -> path, null, "", null), true);
    }

    private static boolean status(String must, int status) {
        return must.equals("in")
                ? status < 500 && !Set.of(401, 403, 404, 405, 425).contains(status)
                : List.of(must.split(" or ")).contains(Integer.toString(status));
    }

    private static String must(Caller caller, RouteRule rule, String route, RouteObjects.Sample sample, boolean own) {
        boolean api = route.contains(" /api/");
        if (rule instanceof RouteRule.Open) {
            if (route.endsWith("/actuator") || route.endsWith("{*path}")) {
                return "404";
            }
            return sample.strict() ? "in" : "400 or 401 or 403 or 404";
        }
        if (rule instanceof RouteRule.Phones) {
            return switch (caller.via()) {
                case PHONE -> "in";
                case REVOKED_PHONE -> "403";
                case UNAPPROVED_PHONE -> "425";
                default -> "401";
            };
        }
        RouteRule.People people = (RouteRule.People) rule;
        if (!caller.isKnown()) {
            return api ? "401" : "302";
        }
        if (caller.standing().compareTo(people.from()) < 0) {
            return api ? "403" : "303";
        }
        if (!people.roles().contains(caller.role()) || (people.everywhere() && !caller.everywhere())) {
            return "403";
        }
        boolean within = own || (caller.everywhere() && sample.ofATeam());
        return within ? "in" : Integer.toString(sample.pageOfForeign());
    }

    private int ask(Caller caller, HttpMethod method, RouteObjects.Sample sample, boolean own) {
        String account = account(caller);
        MatrixThings things = new MatrixThings(context, account);
        String path = (own ? sample.own() : Objects.requireNonNull(sample.foreign())).apply(things);
        byte[] body = body(sample, things, own);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method.name(), HttpRequest.BodyPublishers.ofByteArray(body))
                .timeout(Duration.ofMinutes(1))
                .header(HttpHeaders.ACCEPT, "text/html, text/event-stream, */*")
                .header("X-XSRF-TOKEN", csrfToken)
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        sample.json() == null ? "application/x-www-form-urlencoded" : "application/json");
        String cookies = "XSRF-TOKEN=" + csrfCookie;
        switch (caller.via()) {
            case SESSION -> cookies += "; session=" + session(account, caller.standing() != Standing.OWES_CODE);
            case KEY -> request.header(HttpHeaders.AUTHORIZATION, "Bearer " + key(account));
            case NOTHING -> {}
            default -> request.header(RequestProof.HEADER, phone(caller.via()).proof(method.name(), path, body, now()));
        }
        HttpResponse<InputStream> answer = send(request.header(HttpHeaders.COOKIE, cookies));
        try (InputStream unread = answer.body()) {
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers when the headers are there: some bodies have no end. */
    private HttpResponse<InputStream> send(HttpRequest.Builder request) {
        try {
            return web.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] body(RouteObjects.Sample sample, MatrixThings things, boolean own) {
        String form = !own && sample.foreignForm() != null ? sample.foreignForm() : sample.form();
        String text = sample.json() == null ? Objects.requireNonNullElse(form, "") : sample.json();
        String named = text.contains("{need}")
                ? text.replace("{need}", things.need(own).toString())
                : text;
        return named.replace("{digits}", things.digits(own))
                .replace("{random}", UUID.randomUUID().toString().substring(0, 8))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A fresh account of the north, as the caller is. */
    private String account(Caller caller) {
        Role role = caller.role();
        if (role == null) {
            return Account.COORDINATOR;
        }
        String name = role.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
        SecondStep step = caller.standing() == Standing.OWES_CODE ? new SecondStep("AAAA", 0, Set.of()) : null;
        context.getBean(Accounts.class)
                .add(new Account(
                        name,
                        "no hash",
                        caller.standing() == Standing.OWES_PASSWORD,
                        Set.of(role),
                        caller.everywhere() ? Remit.EVERYWHERE : Remit.ofTeams(Set.of("north")),
                        step,
                        false,
                        0,
                        List.of(),
                        0,
                        name))
                .block();
        return name;
    }

    private String session(String account, boolean codeGiven) {
        String token = Secrets.random(RANDOM);
        Session session = new Session(Secrets.hash(token), account, 0, codeGiven, now(), now());
        context.getBean(Sessions.class).add(session, Instant.EPOCH).block();
        return token;
    }

    private String key(String account) {
        ApiKey key = ApiKey.random(RANDOM);
        context.getBean(ApiKeys.class).add(key.hash(), account).block();
        return key.text();
    }

    private TestPhone phone(Via via) {
        TestPhone phone = new TestPhone();
        if (via != Via.UNKNOWN_PHONE) {
            context.getBean(Installs.class)
                    .add(new Install(
                            phone.id(),
                            "north",
                            JsonObject.of(phone.publicKey().toJSONObject()),
                            null,
                            now(),
                            null,
                            via == Via.REVOKED_PHONE ? now() : null,
                            null,
                            null,
                            via == Via.UNAPPROVED_PHONE))
                    .block();
        }
        return phone;
    }

    private Instant now() {
        return context.getBean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
