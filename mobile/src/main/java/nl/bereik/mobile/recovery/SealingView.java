package nl.bereik.mobile.recovery;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.recovery.SealingViewModel.Told;
import nl.bereik.mobile.words.Texts;

/** The part of the settings for a phone that cannot send. */
public final class SealingView {
    private SealingView() {}

    public static Node of(SealingViewModel model, Texts texts) {
        int waiting = model.waiting();
        if (waiting == 0) {
            return Kit.card(Kit.text(texts.get("sealing.none"), "plain"));
        }
        Label told = Kit.text("", "plain");
        told.setId("sealing-told");
        Button seal = Kit.secondary(texts.get("sealing.seal"), model::seal);
        seal.setId("seal");
        seal.setGraphic(Icon.LOCK.node());
        Runnable refresh = () -> {
            Told now = model.toldProperty().get();
            Kit.show(told, !(now instanceof Told.Nothing));
            told.setText(text(now, texts));
            told.setGraphic((now instanceof Told.HandedOut ? Icon.CHECK : Icon.WARNING).node());
        };
        model.toldProperty().addListener((property, before, now) -> refresh.run());
        refresh.run();
        return Kit.card(
                Kit.text(texts.get("sealing.waiting", waiting), "plain"),
                Kit.text(texts.get("sealing.hint"), "muted"),
                seal,
                told);
    }

    private static String text(Told told, Texts texts) {
        if (told instanceof Told.HandedOut done) {
            return texts.get("sealing.done", done.items(), done.file());
        }
        if (told instanceof Told.TooEarly) {
            return texts.get("sealing.tooEarly");
        }
        return told instanceof Told.Failed ? texts.get("sealing.failed") : "";
    }
}
