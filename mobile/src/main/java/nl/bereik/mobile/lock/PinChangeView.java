package nl.bereik.mobile.lock;

import javafx.scene.Node;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.words.Texts;

/** The screen on which the PIN is changed. */
public final class PinChangeView {
    private final Frame frame;

    public PinChangeView(PinChangeViewModel model, Texts texts, Runnable back, Runnable hide) {
        frame = new Frame(texts, texts.get("pin.change"), back, hide);
        frame.getStyleClass().add("lock");
        frame.setCenter(new PinPadView(model, texts));
    }

    public Node node() {
        return frame;
    }
}
