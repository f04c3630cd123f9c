package nl.bereik.mobile.app;

import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import nl.bereik.mobile.background.Delays;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Says over whatever screen there is that something has come, never what, and goes by itself. Stands below the header,
 * so that hiding the app stays one touch. Used on the JavaFX thread.
 */
final class NewsBanner {
    static final Duration STAYS = Duration.ofSeconds(8);

    private static final Insets BELOW_THE_HEADER = new Insets(72, 16, 0, 16);

    private final StackPane root;
    private final Delays delays;
    private final Executor screen;
    private @Nullable Button shown;
    private @Nullable Node focusedBefore;
    private Delays.@Nullable Delayed end;

    NewsBanner(StackPane root, Delays delays, Executor screen) {
        this.root = root;
        this.delays = delays;
        this.screen = screen;
    }

    /** Shows it, from now on for a while; one that is there already stays. @param open leads to what has come */
    void show(Texts texts, Runnable open) {
        close();
        Button banner = Kit.secondary(texts.get("news.banner"), () -> {
            close();
            open.run();
        });
        banner.setId("news");
        banner.getStyleClass().add("banner");
        banner.setGraphic(Icon.HAND.node());
        banner.setAccessibleText(texts.get("news.banner"));
        banner.setAccessibleHelp(texts.get("news.banner.help"));
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        StackPane.setMargin(banner, BELOW_THE_HEADER);
        shown = banner;
        root.getChildren().add(banner);
        announce(banner);
        end = delays.after(
                STAYS,
                () -> screen.execute(() -> {
                    if (shown == banner) {
                        close();
                    }
                }));
    }

    /** JavaFX tells a screen reader of nothing but the focus; whoever is typing keeps it. */
    private void announce(Button banner) {
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        if (Platform.isAccessibilityActive() && !(focused instanceof TextInputControl)) {
            focusedBefore = focused;
            banner.requestFocus();
        }
    }

    /** Takes it away. */
    void close() {
        if (end != null) {
            end.cancel();
            end = null;
        }
        if (shown != null) {
            boolean focused = shown.isFocused();
            root.getChildren().remove(shown);
            shown = null;
            if (focused && focusedBefore != null && focusedBefore.getScene() != null) {
                focusedBefore.requestFocus();
            }
        }
        focusedBefore = null;
    }

    /** Shows another screen below it. */
    void over(Node other) {
        root.getChildren().setAll(other);
        if (shown != null) {
            root.getChildren().add(shown);
        }
    }
}
