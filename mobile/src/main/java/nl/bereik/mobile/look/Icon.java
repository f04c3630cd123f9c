package nl.bereik.mobile.look;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/**
 * The icons, drawn as lines on a field of 24 by 24. They say nothing to a screen reader: the control they are on does.
 */
public enum Icon {
    BACK("M15 5 L8 12 L15 19"),
    FORWARD("M9 5 L16 12 L9 19"),
    DOWN("M5 9 L12 16 L19 9"),
    CLOSE("M6 6 L18 18 M18 6 L6 18"),
    PLUS("M12 5 L12 19 M5 12 L19 12"),
    MINUS("M5 12 L19 12"),
    CHECK("M5 12.5 L10 17.5 L19 7"),
    CLOCK("M12 3.5 A8.5 8.5 0 1 1 11.99 3.5 M12 7.5 L12 12 L15 14"),
    ARROW_UP("M12 19 L12 5 M6 11 L12 5 L18 11"),
    WARNING("M12 4 L21 19.5 L3 19.5 Z M12 10 L12 14 M12 16.6 L12 16.9"),
    EYE("M2.5 12 C6 5.5 18 5.5 21.5 12 C18 18.5 6 18.5 2.5 12 M12 9.2 A2.8 2.8 0 1 1 11.99 9.2"),
    HIDE("M4 4 L20 20 M9.9 5.6 C15 4.6 19.5 7.8 21.5 12 C20.8 13.5 19.8 14.8 18.6 15.8"
            + " M6.6 7.2 C4.8 8.4 3.4 10.1 2.5 12 C5.3 17.6 12 19.6 16.7 17.2 M9.8 10.2 A2.8 2.8 0 0 0 13.8 14.1"),
    SETTINGS("M4 7 L12 7 M18 7 L20 7 M4 17 L6 17 M12 17 L20 17 M15 4 A3 3 0 1 1 14.99 4 M9 14 A3 3 0 1 1 8.99 14"),
    SYNC("M19.5 10.5 A7.8 7.8 0 0 0 5.2 8.2 M4.5 13.5 A7.8 7.8 0 0 0 18.8 15.8 M5 4 L5 8.5 L9.5 8.5"
            + " M19 20 L19 15.5 L14.5 15.5"),
    ERASE("M8.5 5.5 L20.5 5.5 L20.5 18.5 L8.5 18.5 L3 12 Z M11.5 9.5 L16.5 14.5 M16.5 9.5 L11.5 14.5"),
    MOON("M19.5 14.5 A8 8 0 1 1 9.5 4.5 A6.4 6.4 0 0 0 19.5 14.5 Z"),
    LOCK("M6 11 L18 11 L18 20 L6 20 Z M8.5 11 L8.5 8 A3.5 3.5 0 0 1 15.5 8 L15.5 11"),
    SIGNAL("M5 21 L5 4 M5 4.5 C9 2.5 13 7.5 19 4.5 L19 13.5 C13 16.5 9 11.5 5 13.5"),
    NOTE("M5 4 L19 4 L19 15 L14 20 L5 20 Z M19 15 L14 15 L14 20 M8.5 8.5 L15.5 8.5 M8.5 12 L12 12"),
    HAND("M4 12.5 L7.5 9.5 L12 12 L16.5 9.5 L20 12.5 M7.5 9.5 L5 6.5 M16.5 9.5 L19 6.5 M12 12 L9 15 L12 18 L17 14.5"),
    NO_LINK(
            "M9.5 14.5 L14.5 9.5 M10.5 7 L13 4.5 A4.2 4.2 0 0 1 19.5 11 L17 13.5 M13.5 17 L11 19.5 A4.2 4.2 0 0 1 4.5 13"
                    + " L7 10.5");

    private static final double FIELD = 24;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** A new node of 24 by 24. */
    public Node node() {
        return node(FIELD);
    }

    /** A new node of this size. */
    public Node node(double size) {
        SVGPath line = new SVGPath();
        line.setContent(path);
        line.getStyleClass().add("icon-line");
        Rectangle field = new Rectangle(FIELD, FIELD);
        field.getStyleClass().add("icon-field");
        Group group = new Group(field, line);
        group.setScaleX(size / FIELD);
        group.setScaleY(size / FIELD);
        StackPane box = new StackPane(group);
        box.setMinSize(size, size);
        box.setPrefSize(size, size);
        box.setMaxSize(size, size);
        box.setMouseTransparent(true);
        box.getStyleClass().add("icon");
        return box;
    }
}
