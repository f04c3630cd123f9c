package nl.bereik.protocol.state;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.sync.ContentHash;

/** What both sides compare first: a digest of the revisions by id, in the order of the ids. */
public final class StateDigest {
    private StateDigest() {}

    /** A strong entity tag, quotes included. */
    public static String etag(Map<String, String> revs) {
        SortedMap<String, String> sorted = new TreeMap<>(revs);
        StringBuilder text = new StringBuilder();
        sorted.forEach((id, rev) -> text.append(id).append('\n').append(rev).append('\n'));
        return '"' + ContentHash.short128(text.toString().getBytes(StandardCharsets.UTF_8)) + '"';
    }
}
