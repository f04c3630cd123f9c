package nl.bereik.mobile.activity;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;

/** The choice of what else to tell or look at, where the thumb is. */
public final class OtherMenuView {
    private final Frame frame;

    /** Where one can go from here. */
    public interface Ways {
        /** Tells an activity of this kind. */
        void activity(String kind);

        void trajectories();

        void month();

        void back();

        void hide();
    }

    public OtherMenuView(Texts texts, Ways ways) {
        frame = new Frame(texts, texts.get("other.title"), ways::back, ways::hide);
        frame.getStyleClass().add("other-menu");
        frame.sinkContent();
        VBox tell = new VBox(Kit.heading(texts.get("other.tell")));
        tell.getStyleClass().add("group");
        for (String kind : List.of(Registration.KIND, Consultation.KIND, PreventionActivity.KIND)) {
            tell.getChildren()
                    .add(entry(texts.get("other.kind." + kind), "other-" + kind, Icon.PLUS, () -> ways.activity(kind)));
        }
        VBox look = new VBox(
                Kit.heading(texts.get("other.look")),
                entry(texts.get("trajectories.title"), "trajectories", Icon.FORWARD, ways::trajectories),
                entry(texts.get("month.title"), "month", Icon.EYE, ways::month));
        look.getStyleClass().add("group");
        frame.content().getChildren().addAll(look, tell);
    }

    public Node node() {
        return frame;
    }

    private static Button entry(String name, String id, Icon icon, Runnable chosen) {
        Button button = Kit.secondary(name, chosen);
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().add("menu-entry");
        return button;
    }
}
