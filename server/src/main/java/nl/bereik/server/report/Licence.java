package nl.bereik.server.report;

/**
 * Under which others may use open data.
 *
 * @param name as the Open Definition names it, as in "CC-BY-4.0"
 * @param title as in "Creative Commons Attribution 4.0"
 * @param path an https address of its text
 */
public record Licence(String name, String title, String path) {
    public Licence {
        name = Text.line(name, "licence");
        title = Text.line(title, "licence title");
        if (!path.startsWith("https://")) {
            throw new IllegalArgumentException("a licence has an https address");
        }
    }
}
