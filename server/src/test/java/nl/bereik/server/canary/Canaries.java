package nl.bereik.server.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values that are told to the server or by it, and the places where each may be seen again. */
public final class Canaries {
    private static final int SHORTEST = 8;

    private final Map<String, Canary> canaries = new LinkedHashMap<>();
    private int made;

    /** @param places where it belongs */
    private record Canary(Set<String> places, List<String> forms) {}

    /** A value of its own, which belongs nowhere but in these places. */
    String make(String what, String... places) {
        return keep(what, "kanarie" + ++made + what.replaceAll("[^a-z]", "") + "zq", places);
    }

    /** A value that the server made, or a phone; long enough not to turn up by chance. */
    public String keep(String what, String value, String... places) {
        keep(what, value.getBytes(StandardCharsets.UTF_8), forms(value), places);
        return value;
    }

    /** Bytes that somebody made, wherever they are written as text. */
    public void keep(String what, byte[] value, String... places) {
        keep(what, value, forms(value), places);
    }

    private void keep(String what, byte[] value, Set<String> forms, String... places) {
        if (value.length < SHORTEST) {
            throw new IllegalArgumentException(what + " is too short: " + value.length);
        }
        if (canaries.put(what, new Canary(Set.of(places), List.copyOf(forms))) != null) {
            throw new IllegalArgumentException("there is a canary already: " + what);
        }
    }

    /** As it is, in capitals and small letters, percent-encoded, in hexadecimal digits and in every Base64. */
    private static Set<String> forms(String value) {
        Set<String> forms = forms(value.getBytes(StandardCharsets.UTF_8));
        forms.addAll(List.of(
                value,
                value.toUpperCase(Locale.ROOT),
                value.toLowerCase(Locale.ROOT),
                URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return forms;
    }

    private static Set<String> forms(byte[] bytes) {
        Set<String> forms = new TreeSet<>();
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        // Within something longer it stands at one of three places.
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
            String inner = encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 2);
            forms.add(inner);
            forms.add(inner.replace('-', '+').replace('_', '/'));
        }
        return forms;
    }

    /** The canaries seen in a text where they do not belong. */
    Set<String> seenIn(String place, String text) {
        Set<String> seen = new TreeSet<>();
        canaries.forEach((what, canary) -> {
            if (!canary.places.contains(place) && canary.forms.stream().anyMatch(text::contains)) {
                seen.add(what);
            }
        });
        return seen;
    }

    /** Per place the canaries seen there that do not belong there; empty when all is well. */
    public Map<String, Set<String>> astray(Map<String, String> texts) {
        Map<String, Set<String>> astray = new TreeMap<>();
        texts.forEach((place, text) -> {
            Set<String> seen = seenIn(place, text);
            if (!seen.isEmpty()) {
                astray.put(place, seen);
            }
        });
        return astray;
    }

    /** Those that were seen nowhere at all, also not where they belong. */
    List<String> unseen(Map<String, String> texts) {
        List<String> unseen = new ArrayList<>();
        canaries.forEach((what, canary) -> {
            boolean seen = canary.places.isEmpty()
                    || texts.entrySet().stream()
                            .anyMatch(text -> canary.places.contains(text.getKey())
                                    && canary.forms.stream().anyMatch(text.getValue()::contains));
            if (!seen) {
                unseen.add(what);
            }
        });
        return unseen;
    }
}
