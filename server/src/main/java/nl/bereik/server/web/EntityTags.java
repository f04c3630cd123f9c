package nl.bereik.server.web;

import java.util.Arrays;
import org.springframework.http.HttpHeaders;

/** Entity tags of requests. */
public final class EntityTags {
    private EntityTags() {}

    /** Whether {@code If-None-Match} names this tag; a proxy that compresses may have weakened it. */
    public static boolean matches(HttpHeaders headers, String etag) {
        return headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(etag::equals);
    }
}
