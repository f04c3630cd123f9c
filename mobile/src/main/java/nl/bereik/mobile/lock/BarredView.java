package nl.bereik.mobile.lock;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.lease.Lease.Leave;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.recovery.SealingView;
import nl.bereik.mobile.recovery.SealingViewModel;
import nl.bereik.mobile.words.Texts;

/** What an unlocked phone shows that has no leave to show more: why, what waits, and how it goes on. */
public final class BarredView {
    private static final double ICON_SIZE = 20;

    private final Frame frame;

    /** Where it leads. */
    public interface Ways {
        void enrol();

        void lock();

        void hide();
    }

    /** @param offlineDays for how many days a sync gives leave */
    public BarredView(Leave leave, int offlineDays, AutoSync sync, SealingViewModel sealing, Texts texts, Ways ways) {
        boolean revoked = leave == Leave.REVOKED;
        String why = revoked ? "barred.REVOKED" : "barred.RUN_OUT";
        frame = new Frame(texts, texts.get("app.name"), null, ways::hide);
        frame.setId("barred");
        Label told = Kit.text("", "problem");
        told.setId("barred-told");
        told.setGraphic(Icon.WARNING.node(ICON_SIZE));
        Button go = Kit.primary("", sync::now);
        go.setId("barred-sync");
        go.setGraphic(Icon.SYNC.node());
        Runnable refresh = () -> {
            boolean syncing = sync.activityProperty().get() == AutoSync.Activity.SYNCING;
            go.setDisable(syncing);
            go.setText(texts.get(syncing ? "status.syncing" : revoked ? "barred.again" : "status.sync"));
            told.setText(sync.troubleProperty().get().map(texts::label).orElse(""));
            Kit.show(told, !syncing && !told.getText().isEmpty());
        };
        sync.activityProperty().addListener((property, before, now) -> refresh.run());
        sync.troubleProperty().addListener((property, before, now) -> refresh.run());
        refresh.run();
        frame.content()
                .getChildren()
                .addAll(
                        Kit.card(
                                Kit.text(texts.get(why), "strong"),
                                Kit.text(texts.get(why + ".hint", offlineDays), "muted"),
                                told),
                        SealingView.of(sealing, texts));
        if (revoked) {
            Button enrol = Kit.secondary(texts.get("settings.enrolAgain"), ways::enrol);
            enrol.setId("barred-enrol");
            frame.content().getChildren().add(enrol);
        }
        Button lock = Kit.secondary(texts.get("settings.lock"), ways::lock);
        lock.setId("barred-lock");
        frame.setActions(go, lock);
    }

    public Node node() {
        return frame;
    }
}
