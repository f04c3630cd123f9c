package nl.bereik.mobile.look;

import atlantafx.base.theme.PrimerDark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import nl.bereik.mobile.settings.Settings.Theme;

/** Puts the kept theme, our stylesheet over it and the fonts on a scene. */
public final class Look {
    private static final PseudoClass NIGHT = PseudoClass.getPseudoClass("night");
    private static final List<String> FONTS = List.of("Inter-Regular.ttf", "Inter-SemiBold.ttf");
    private static final double ANY_SIZE = 12;

    private Look() {}

    /** Dresses a scene. Call on the JavaFX thread. */
    public static void dress(Scene scene) {
        FONTS.forEach(Look::load);
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        scene.getStylesheets().setAll(resource("phone.css"));
    }

    /** Shows everything under this root in a theme. */
    public static void choose(Parent root, Theme theme) {
        root.pseudoClassStateChanged(NIGHT, theme == Theme.NIGHT);
    }

    private static void load(String font) {
        try (InputStream stream = Objects.requireNonNull(Look.class.getResourceAsStream(font), font)) {
            Font.loadFont(stream, ANY_SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Look.class.getResource(name), name).toExternalForm();
    }
}
