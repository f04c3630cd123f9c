package nl.bereik.mobile.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2: 4.5 for text, 3 for the lines of icons. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double LINE = 3;

    @ParameterizedTest
    @ValueSource(strings = {".phone", ".phone:night"})
    void everyTextCanBeRead(String theme) throws IOException {
        Map<String, Integer> colours = colours(theme);
        for (String ground : List.of("-page", "-card", "-raised")) {
            for (String text : List.of("-text", "-soft", "-bad")) {
                assertContrast(colours, text, ground, TEXT);
            }
            assertContrast(colours, "-accent", ground, LINE);
            assertContrast(colours, "-good", ground, LINE);
        }
        assertContrast(colours, "-on-accent", "-accent", TEXT);
        assertContrast(colours, "-on-bad", "-bad-fill", TEXT);
    }

    private static void assertContrast(Map<String, Integer> colours, String front, String back, double least) {
        double a = luminance(Objects.requireNonNull(colours.get(front)));
        double b = luminance(Objects.requireNonNull(colours.get(back)));
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertThat(contrast).as(front + " on " + back).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, Integer> colours(String theme) throws IOException {
        String css;
        try (InputStream stream = Objects.requireNonNull(Look.class.getResourceAsStream("phone.css"))) {
            css = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        int start = css.indexOf("\n" + theme + " {");
        Matcher matcher =
                Pattern.compile("(-[a-z-]+): #([0-9a-f]{6});").matcher(css.substring(start, css.indexOf('}', start)));
        Map<String, Integer> colours = new HashMap<>();
        while (matcher.find()) {
            colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return colours;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
