package nl.bereik.server.simulation;

import com.nimbusds.jose.util.Base64URL;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.mobile.sync.WireRequest;
import nl.bereik.protocol.sync.RequestProof;

/** A request with the body of another and, in its proof, that body's hash; only the signature is left as it was. */
final class Forgery {
    private Forgery() {}

    static WireRequest of(WireRequest request, WireRequest other) {
        String[] parts =
                request.headers().getOrDefault(RequestProof.HEADER, "..").split("\\.", -1);
        RequestProof proof = RequestProof.decode(new Base64URL(parts[1]).decode());
        RequestProof forged = new RequestProof(
                proof.method(), proof.path(), RequestProof.hash(other.body()), proof.issuedAt(), proof.nonce());
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.put(RequestProof.HEADER, parts[0] + '.' + Base64URL.encode(forged.encode()) + '.' + parts[2]);
        return SimNetwork.with(request, headers, other.body());
    }
}
