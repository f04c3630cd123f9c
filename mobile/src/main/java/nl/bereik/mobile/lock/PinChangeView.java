package nl.bereik.mobile.lock;

import javafx.scene.Node;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.words.Texts;

/** The screen on which the PIN is changed. */
public final class PinChangeView {
    private final Frame frame;
    private final PinPadView pad;

    public PinChangeView(PinChangeViewModel model, Texts texts, Runnable back, Runnable hide) {
        frame = new Frame(texts, texts.get("pin.change"), back, hide);
        frame.getStyleClass().add("lock");
        pad = new PinPadView(model, texts);
        frame.setCenter(pad);
    }

    public Node node() {
        return frame;
    }

    /** Puts the keyboard on the keypad. */
    public void focus() {
        pad.requestFocus();
    }
}
