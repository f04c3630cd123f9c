package nl.bereik.server.staffweb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/**
 * Addresses of style sheets, scripts and fonts that change with their content, so that browsers may keep them for ever:
 * the time of a file in the jar, by which they would else notice a change, is the same in every build.
 */
@Component
class Assets {
    private static final int HASH_BYTES = 6;

    private final Map<String, String> urls = new ConcurrentHashMap<>();
    private final WebJarVersionLocator webjars = new WebJarVersionLocator();

    /** The address of a file under {@code static}, named from its root. */
    public String url(String path) {
        return urls.computeIfAbsent(path, own -> own + "?v=" + hash("static" + own));
    }

    /** The address of a file of a webjar. */
    public String webjar(String name, String file) {
        return urls.computeIfAbsent(name + "/" + file, any -> {
            String path = webjars.path(name, file);
            if (path == null) {
                throw new IllegalStateException("no webjar has " + name + "/" + file);
            }
            return "/webjars/" + path;
        });
    }

    private static String hash(String resource) {
        try (InputStream content = new ClassPathResource(resource).getInputStream()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
