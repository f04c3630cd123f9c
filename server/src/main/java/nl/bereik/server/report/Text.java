package nl.bereik.server.report;

import java.util.regex.Pattern;

/** What may stand in a report's texts: what every kind of file can hold. */
final class Text {
    /** Control characters, halves of surrogate pairs, and code points that are no characters. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n]]");

    private Text() {}

    /**
     * On one line, without space around it.
     *
     * @throws IllegalArgumentException when nothing is left
     */
    static String line(String text, String what) {
        String line = optionalLine(text);
        if (line.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        return line;
    }

    /** As {@link #line}, but may be empty. */
    static String optionalLine(String text) {
        return UNWRITABLE.matcher(text.replace('\n', ' ')).replaceAll(" ").strip();
    }

    /** Lines end with a line feed; may be empty. */
    static String lines(String text) {
        return UNWRITABLE
                .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll(" ")
                .strip();
    }
}
