package nl.bereik.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes from sound texts ones that are nearly sound, from a seed. */
final class Mutator {
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1e999",
            "1.5",
            "0x10",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2025-02-30\"",
            "\"2025-03-14\"",
            "\"9999-12-31\"",
            "\"-1\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"UNKNOWN\"",
            "\"ZONE\"",
            "\"contact-correction\"",
            "[]",
            "{}",
            "[[]]",
            "[{}]",
            "[null]",
            "{\"\":{}}",
            "\"$where\"",
            "\"a.b\"");
    private static final Pattern VALUE = Pattern.compile("\"[^\"\\\\]{0,200}+\"|-?\\d+|true|false|null|\\{\\}|\\[\\]");
    private static final int MAX_DEPTH = 3_000;
    private static final int MAX_LONGER = 200_000;

    private final SplittableRandom random;

    Mutator(long seed) {
        random = new SplittableRandom(seed);
    }

    int pick(int options) {
        return random.nextInt(options);
    }

    long any() {
        return random.nextLong();
    }

    byte[] mutated(byte[] sound) {
        byte[] text = sound;
        for (int times = 1 + pick(3); times > 0; times--) {
            text = once(text);
        }
        return text;
    }

    private byte[] once(byte[] text) {
        return switch (pick(24)) {
            case 0, 1 -> flipped(text);
            case 2 -> Arrays.copyOf(text, text.length == 0 ? 0 : pick(text.length));
            case 3 -> spliced(text);
            case 4 -> nested();
            case 5 -> longer(text);
            default -> otherValue(text);
        };
    }

    private byte[] otherValue(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        if (values.isEmpty()) {
            return bytes;
        }
        MatchResult value = values.get(pick(values.size()));
        String other = pick(4) == 0 ? values.get(pick(values.size())).group() : ODD.get(pick(ODD.size()));
        return (text.substring(0, value.start()) + other + text.substring(value.end()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int times = bytes.length == 0 ? 0 : 1 + pick(4); times > 0; times--) {
            flipped[pick(bytes.length)] ^= (byte) (1 << pick(8));
        }
        return flipped;
    }

    private byte[] spliced(byte[] bytes) {
        if (bytes.length < 2) {
            return bytes;
        }
        int from = pick(bytes.length);
        int to = from + pick(bytes.length - from);
        int at = pick(bytes.length);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, at);
        all.write(bytes, from, to - from);
        all.write(bytes, at, bytes.length - at);
        return all.toByteArray();
    }

    private byte[] nested() {
        int depth = 1 + pick(MAX_DEPTH);
        String open = pick(2) == 0 ? "[" : "{\"items\":";
        return open.repeat(depth).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] longer(byte[] bytes) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + pick(MAX_LONGER));
        Arrays.fill(longer, bytes.length, longer.length, (byte) (pick(2) == 0 ? ' ' : '9'));
        return longer;
    }
}
