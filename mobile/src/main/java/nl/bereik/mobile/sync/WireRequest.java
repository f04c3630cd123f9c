package nl.bereik.mobile.sync;

import java.net.URI;
import java.util.Map;

/**
 * One HTTP request, ready to go.
 *
 * @param server the address that the path is added to
 * @param path the path, which the proof has signed
 * @param body as sent, so after compression; empty when there is none
 */
public record WireRequest(URI server, String method, String path, Map<String, String> headers, byte[] body) {
    public WireRequest {
        headers = Map.copyOf(headers);
    }
}
