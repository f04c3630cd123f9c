package nl.bereik.mobile.inbox;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.look.PickLine;
import nl.bereik.mobile.need.People;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.care.CaseManager;
import nl.bereik.protocol.need.NeedAct;

/** The screen that asks for the colleague that an act names; one is picked first, so that a slip gives nothing away. */
public final class ColleaguesView {
    private static final String NOBODY = "";
    private static final double ICON_SIZE = 18;

    private final NeedAct act;
    private final People people;
    private final Texts texts;
    private final Frame frame;
    private final StringProperty picked = new SimpleStringProperty(NOBODY);

    /**
     * @param named is told the account
     * @param back leads to the screen before, with nothing done
     */
    public ColleaguesView(
            NeedPage page, NeedAct act, Texts texts, Consumer<String> named, Runnable back, Runnable hide) {
        this.act = act;
        this.people = page.people();
        this.texts = texts;
        frame = new Frame(texts, texts.get("need.whom." + act), back, hide);
        frame.getStyleClass().add("colleagues");
        List<CaseManager> colleagues = page.colleagues(act);
        VBox card = Kit.card();
        card.getStyleClass().add("lines-card");
        card.setAccessibleText(texts.get("need.whom." + act));
        colleagues.forEach(colleague -> card.getChildren().add(line(colleague)));
        if (!colleagues.isEmpty()) {
            card.getChildren().get(colleagues.size() - 1).getStyleClass().add("line-last");
        }
        frame.content().getChildren().addAll(Kit.text(texts.get("need.whom.hint." + act), "muted"), card);
        frame.sinkContent();
        addBottom(named);
    }

    public Node node() {
        return frame;
    }

    private Node line(CaseManager colleague) {
        String name = people.distinctName(colleague);
        String organisation = people.organisation(colleague.organisation()).orElse("");
        VBox told = new VBox(Kit.text(name, "strong"));
        boolean untold = !organisation.isEmpty() && !name.contains(organisation);
        if (untold) {
            told.getChildren().add(Kit.text(organisation, "muted"));
        }
        PickLine line =
                new PickLine(picked.isEqualTo(colleague.account()), () -> picked.set(colleague.account()), told);
        line.setAccessibleText(untold ? name + ". " + organisation : name);
        return line;
    }

    private void addBottom(Consumer<String> named) {
        Label missing = Kit.text(texts.get("need.whom.missing"), "problem");
        missing.setId("colleague-missing");
        missing.setGraphic(Icon.WARNING.node(ICON_SIZE));
        Kit.show(missing, false);
        Button done = Kit.primary(texts.label(act), () -> {
            Kit.show(missing, picked.get().equals(NOBODY));
            if (!picked.get().equals(NOBODY)) {
                named.accept(picked.get());
            }
        });
        done.setId("colleague-chosen");
        picked.addListener((property, before, now) -> {
            Kit.show(missing, false);
            done.setText(texts.get("need.to." + act, people.name(now)));
        });
        frame.setActions(missing, done);
    }
}
