package nl.bereik.server.staffweb;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** A browser without a screen: keeps cookies, sends forms with their token, follows nothing. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** On a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String address;
    private final WebTestClient web;
    private final Map<String, ResponseCookie> cookies = new LinkedHashMap<>();
    private String token = "";

    Visitor(String address) {
        this.address = address;
        web = WebTestClient.bindToServer().responseTimeout(PATIENCE).build();
    }

    /** The coordinator, whose one-time password the first of all visits replaces. */
    static Visitor signedIn(String address) {
        String name = StaffWebTest.firstStart().text("account");
        Visitor visitor = new Visitor(address);
        Page page = visitor.signIn(name, StaffWebTest.PASSWORD);
        if (page.location().endsWith("error")) {
            String oneTime = StaffWebTest.firstStart().text("password");
            page = visitor.signIn(name, oneTime);
            visitor.choosePassword(oneTime, StaffWebTest.PASSWORD);
            visitor = new Visitor(address);
            page = visitor.signIn(name, StaffWebTest.PASSWORD);
        }
        if (!"/figures".equals(page.location())) {
            throw new AssertionError("signing in led to " + page.status() + " " + page.location());
        }
        return visitor;
    }

    Page signIn(String name, String password) {
        get("/login");
        return post("/login", Map.of("username", name, "password", password));
    }

    Page choosePassword(String old, String chosen) {
        get("/account/password");
        return post("/account/password", Map.of("old", old, "new", chosen, "again", chosen));
    }

    Page get(String path, String... headers) {
        return send(HttpMethod.GET, path, new LinkedMultiValueMap<>(), headers);
    }

    /** Sends a form with the token of the last page that had one. */
    Page post(String path, Map<String, String> fields, String... headers) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        form.add("_csrf", token);
        return send(HttpMethod.POST, path, form, headers);
    }

    /** As {@link #post(String, Map, String...)}, names and values in turn, so that a field may come more than once. */
    Page post(String path, List<String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.size(); i += 2) {
            form.add(fields.get(i), fields.get(i + 1));
        }
        form.add("_csrf", token);
        return send(HttpMethod.POST, path, form);
    }

    Page postWithoutToken(String path) {
        return send(HttpMethod.POST, path, new LinkedMultiValueMap<>());
    }

    Map<String, ResponseCookie> cookies() {
        return cookies;
    }

    private Page send(HttpMethod method, String path, MultiValueMap<String, String> form, String... headers) {
        WebTestClient.RequestBodySpec request = web.method(method).uri(URI.create(address + path));
        request.accept(MediaType.TEXT_HTML);
        cookies.forEach((name, cookie) -> request.cookie(name, cookie.getValue()));
        for (int i = 0; i < headers.length; i += 2) {
            String value = headers[i + 1];
            String name = headers[i];
            request.headers(all -> all.set(name, value));
        }
        WebTestClient.ResponseSpec answer =
                (method.equals(HttpMethod.POST) ? request.body(BodyInserters.fromFormData(form)) : request).exchange();
        EntityExchangeResult<byte[]> result = answer.expectBody().returnResult();
        result.getResponseCookies().forEach((name, values) -> cookies.put(name, values.get(0)));
        byte[] bytes = result.getResponseBody();
        String body = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        Matcher found = TOKEN.matcher(body);
        if (found.find()) {
            token = found.group(1);
        }
        return new Page(result.getStatus().value(), result.getResponseHeaders(), body);
    }

    /** An answer. */
    record Page(int status, HttpHeaders headers, String body) {
        String location() {
            return String.valueOf(headers.getFirst(HttpHeaders.LOCATION));
        }
    }
}
