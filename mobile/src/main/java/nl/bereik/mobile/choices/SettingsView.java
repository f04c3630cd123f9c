package nl.bereik.mobile.choices;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Choices;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.recovery.SealingView;
import nl.bereik.mobile.recovery.SealingViewModel;
import nl.bereik.mobile.settings.Settings.Theme;
import nl.bereik.mobile.words.Texts;

/** The settings screen. */
public final class SettingsView {
    private final SettingsViewModel model;
    private final Texts texts;
    private final Frame frame;

    /** Where one can go from here. */
    public interface Ways {
        void back();

        void enrol();

        /** Approval and the key of the team. */
        void pairing();

        void changePin();

        void lock();

        void hide();
    }

    public SettingsView(SettingsViewModel model, SealingViewModel sealing, Texts texts, Ways ways) {
        this.model = model;
        this.texts = texts;
        frame = new Frame(texts, texts.get("settings.title"), ways::back, ways::hide);
        frame.content()
                .getChildren()
                .addAll(
                        remark(),
                        group(
                                "settings.language",
                                Choices.segments(
                                        texts.get("settings.language"),
                                        Texts.LANGUAGES,
                                        model.languageProperty(),
                                        locale -> texts.language(locale.getLanguage() + ".self"))),
                        group(
                                "settings.theme",
                                Choices.segments(
                                        texts.get("settings.theme"),
                                        List.of(Theme.values()),
                                        model.themeProperty(),
                                        texts::label),
                                Kit.text(texts.get("settings.theme.hint"), "muted")),
                        push(),
                        group("settings.server", server(ways)),
                        group("settings.pin", row("settings.pin.change", "change-pin", ways::changePin)),
                        group("settings.recovery", SealingView.of(sealing, texts)),
                        group("settings.reference", Kit.card(Kit.text(reference(), "plain"))),
                        group("settings.about", about()));
        Button lock = Kit.secondary(texts.get("settings.lock"), ways::lock);
        lock.setId("lock-now");
        lock.setGraphic(Icon.LOCK.node());
        frame.setActions(lock);
    }

    public Node node() {
        return frame;
    }

    private Node push() {
        HBox choice = Choices.segments(
                texts.get("settings.push"),
                List.of(true, false),
                model.pushProperty(),
                on -> texts.get(on ? "settings.push.on" : "settings.push.off"));
        choice.setId("push");
        Node group = group("settings.push", choice, Kit.text(texts.get("settings.push.hint"), "muted"));
        group.setId("push-settings");
        Kit.show(group, model.canBeNudged());
        return group;
    }

    private Node remark() {
        Label label = Kit.text("", "problem");
        label.setId("settings-remark");
        Runnable refresh = () -> {
            SettingsViewModel.Remark now = model.remarkProperty().get();
            Kit.show(label, now != SettingsViewModel.Remark.NONE);
            label.setText(now == SettingsViewModel.Remark.NONE ? "" : texts.get("settings.remark." + now));
            label.setGraphic((now == SettingsViewModel.Remark.SERVER_CHANGED ? Icon.CHECK : Icon.WARNING).node());
        };
        model.remarkProperty().addListener((property, before, now) -> refresh.run());
        refresh.run();
        return label;
    }

    private Node server(Ways ways) {
        String team = model.team();
        if (team == null) {
            return Kit.card(
                    Kit.text(texts.get("status.notEnrolled"), "plain"),
                    row("status.enrol", "settings-enrol", ways::enrol));
        }
        TextField address = new TextField();
        address.setId("server");
        address.setAccessibleText(texts.get("settings.server"));
        address.textProperty().bindBidirectional(model.serverProperty());
        HBox.setHgrow(address, Priority.ALWAYS);
        Button change = Kit.secondary(texts.get("settings.server.change"), model::changeServer);
        change.setId("change-server");
        change.setMinWidth(Button.USE_PREF_SIZE);
        change.setMaxWidth(Button.USE_PREF_SIZE);
        HBox line = new HBox(address, change);
        line.getStyleClass().add("field-row");
        return Kit.card(
                Kit.text(texts.get("settings.team", team), "plain"),
                line,
                row("settings.pairing", "settings-pairing", ways::pairing),
                row("settings.enrolAgain", "settings-enrol", ways::enrol));
    }

    private Node row(String key, String id, Runnable action) {
        Button button = Kit.secondary(texts.get(key), action);
        button.setId(id);
        return button;
    }

    private String reference() {
        Instant checked = model.referenceCheckedAt();
        if (checked == null) {
            return texts.get("settings.reference.shipped", model.region());
        }
        String when = checked.atZone(model.zone()).format(DateTimeFormatter.ofPattern("d MMMM HH:mm", texts.locale()));
        return texts.get("settings.reference.checked", model.region(), when);
    }

    private Node about() {
        return Kit.card(
                Kit.text(texts.get("settings.about.what"), "plain"),
                Kit.text(texts.get("settings.about.licence"), "muted"));
    }

    private Node group(String heading, Node... content) {
        VBox group = new VBox(Kit.heading(texts.get(heading)));
        group.getChildren().addAll(List.of(content));
        group.getStyleClass().add("group");
        return group;
    }
}
