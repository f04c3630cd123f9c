package nl.bereik.mobile.look;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.words.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A screen: a title, content that scrolls, and a bar at the bottom for what one does most. The button that hides the
 * app stands in the same corner of every screen.
 */
public final class Frame extends BorderPane {
    private static final double MARGIN = 16;

    private final VBox content = new VBox();
    private final VBox bottom = new VBox();
    private final HBox header = new HBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Label title;

    /**
     * @param back leads to the screen before; null when there is none
     * @param hide hides the app
     */
    public Frame(Texts texts, String name, @Nullable Runnable back, Runnable hide) {
        getStyleClass().add("screen");
        title = new Label(name);
        title.getStyleClass().add("screen-title");
        title.setMinWidth(0);
        header.getStyleClass().add("screen-header");
        if (back != null) {
            Button button = Kit.iconButton(Icon.BACK, texts.get("frame.back"), back);
            button.setId("back");
            button.setCancelButton(true);
            header.getChildren().add(button);
        }
        Button hiding = Kit.iconButton(Icon.HIDE, texts.get("frame.hide"), hide);
        hiding.setId("hide");
        header.getChildren().addAll(title, Kit.spring(), hiding);
        content.getStyleClass().add("screen-content");
        bottom.getStyleClass().add("screen-bottom");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPannable(true);
        scroll.setFocusTraversable(false);
        setTop(header);
        setCenter(scroll);
    }

    /** What scrolls. */
    public VBox content() {
        return content;
    }

    /** Lets content that does not fill the screen stand at its bottom, where the thumb is. */
    public void sinkContent() {
        scroll.setFitToHeight(true);
        content.setAlignment(Pos.BOTTOM_LEFT);
    }

    /** Adds a button to the header, beside the one that hides. */
    public void addAction(Button button) {
        header.getChildren().add(header.getChildren().size() - 1, button);
    }

    /** Sets what stands at the bottom, where the thumb is. */
    public void setActions(Node... actions) {
        bottom.getChildren().setAll(actions);
        setBottom(bottom);
    }

    /** Scrolls so that this part of the content is in sight. */
    public void reveal(Node part) {
        layout();
        double above =
                content.sceneToLocal(part.localToScene(part.getBoundsInLocal())).getMinY();
        double room = content.getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            scroll.setVvalue(Math.max(0, Math.min(1, (above - MARGIN) / room)));
        }
    }
}
