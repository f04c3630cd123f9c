package nl.bereik.mobile.activity;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import nl.bereik.mobile.look.Confirm;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.takeback.TakeBackCodec;

/** What the server refused and this version cannot tell anew: why, and putting it away. */
public final class RefusedView {
    private final Frame frame;

    /**
     * @param putAway takes it off the phone
     * @param back leads to the screen before
     */
    public RefusedView(
            OtherLine line, ReferenceData reference, Texts texts, Runnable putAway, Runnable back, Runnable hide) {
        OtherWords words = new OtherWords(texts, reference);
        frame = new Frame(texts, words.kind(line.kind()), back, hide);
        Label why = Kit.text(words.problems(line.problems()), "problem");
        why.setId("refused");
        why.setGraphic(Icon.WARNING.node(18));
        frame.content().getChildren().addAll(Kit.text(texts.get("other.refusedForGood"), "strong"), why);
        if (line.kind().equals(TakeBackCodec.KIND)) {
            frame.content().getChildren().add(Kit.text(texts.get("other.staysTold"), "muted"));
        }
        Button away = Kit.secondary(texts.get("need.away"), () -> {});
        Confirm confirm = new Confirm(
                new Confirm.Saying(
                        texts.get("other.away.question"),
                        texts.get("other.away.hint"),
                        texts.get("form.takeBack.keep"),
                        texts.get("need.away")),
                () -> Kit.show(away, true),
                putAway);
        away.setId("put-away");
        away.setOnAction(event -> {
            Kit.show(away, false);
            confirm.ask();
        });
        frame.setActions(away, confirm);
    }

    public Node node() {
        return frame;
    }
}
