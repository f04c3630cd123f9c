package nl.bereik.server.canary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.server.TestPhone;
import org.jspecify.annotations.Nullable;

/** Somebody who talks to a server and remembers every word of the answers, by the kind of place they stood in. */
final class Talk {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final Map<String, StringBuilder> heard;
    private final @Nullable String key;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";
    private String lastBody = "";
    private String lastLocation = "";

    Talk(int port) {
        this(port, new TreeMap<>(), null);
    }

    private Talk(int port, Map<String, StringBuilder> heard, @Nullable String key) {
        this.port = port;
        this.heard = heard;
        this.key = key;
    }

    /** Another browser, whose answers are remembered with these. */
    Talk stranger() {
        return new Talk(port, heard, null);
    }

    /** A script with an API key, whose answers are remembered with these. */
    Talk script(String apiKey) {
        return new Talk(port, heard, apiKey);
    }

    int port() {
        return port;
    }

    /** All that was heard. */
    Map<String, String> heard() {
        return heard.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .toString()));
    }

    String csrf() {
        return token;
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** The last good answer of a place, whoever heard it. */
    String lastHeard(String place) {
        String[] all = String.valueOf(heard.get(place)).strip().split("\n");
        return all[all.length - 1];
    }

    String lastBody() {
        return lastBody;
    }

    /** Where the last answer led. */
    String lastLocation() {
        return lastLocation;
    }

    int get(String path, String... headers) throws IOException, InterruptedException {
        return send("page", request(path, headers).GET());
    }

    int form(String path, Map<String, String> fields, String... headers) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token);
        String body = all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "page",
                request(path, headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** With JSON when there is any. */
    int post(String place, String path, Map<String, ?> json) throws IOException, InterruptedException {
        return json.isEmpty()
                ? api(place, "POST", path, new byte[0])
                : api(place, "POST", path, Pieces.json(json), "Content-Type", "application/json");
    }

    int read(String place, String path) throws IOException, InterruptedException {
        return api(place, "GET", path, new byte[0]);
    }

    /** @param place where a good answer stands */
    int api(String place, String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return send(place, request(path, headers).method(method, BodyPublishers.ofByteArray(body)));
    }

    int phone(String place, TestPhone phone, String method, String path, byte[] body)
            throws IOException, InterruptedException {
        return api(place, method, path, body, RequestProof.HEADER, phone.proof(method, path, body, Instant.now()));
    }

    /** Sends the beginning of something, waits for the beginning of the answer if there is one, and tears the line. */
    void tear(String beginning, boolean answered) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (answered) {
                byte[] some = socket.getInputStream().readNBytes(12);
                heard.computeIfAbsent("torn", any -> new StringBuilder())
                        .append(new String(some, StandardCharsets.UTF_8));
            }
            socket.setSoLinger(true, 0);
        }
    }

    /** Sends what no client would; all that is answered until the line is closed is taken for an error. */
    void raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            hear("error", new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("http:") ? path : "http://127.0.0.1:" + port + path));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        request.header("Accept", path.startsWith("/api/") || path.startsWith("/sync/") ? "*/*" : "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private int send(String place, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        lastBody = new String(unpacked(answer), StandardCharsets.UTF_8);
        lastLocation = answer.headers().firstValue("Location").orElse("");
        hear(answer.statusCode() >= 400 ? "error" : place, lastBody);
        answer.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> {
                    switch (name.toLowerCase(java.util.Locale.ROOT)) {
                        case "set-cookie" -> {
                            hear("cookies", value);
                            String pair = value.split(";", 2)[0];
                            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
                        }
                        case "location" -> hear("redirects", value);
                        default -> hear("headers", name + ": " + value);
                    }
                }));
        cookies.values().removeIf(String::isEmpty);
        Matcher found = TOKEN.matcher(lastBody);
        if (found.find()) {
            token = found.group(1);
        }
        return answer.statusCode();
    }

    private static byte[] unpacked(HttpResponse<byte[]> answer) throws IOException {
        if (answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isEmpty()) {
            return answer.body();
        }
        try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return zipped.readAllBytes();
        }
    }

    private void hear(String place, String text) {
        heard.computeIfAbsent(place, any -> new StringBuilder()).append(text).append('\n');
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
