package nl.bereik.mobile.today;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.SyncTrouble;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxStatus;
import nl.bereik.mobile.setup.PairingViewModel;
import nl.bereik.mobile.words.Texts;

/** Where all contacts stand, in words: what waits, what is proved or lost, what needs somebody. */
final class StatusCard {
    private static final double ICON_SIZE = 20;
    private static final int EARLIER = 2;

    private final TodayViewModel model;
    private final Texts texts;
    private final ZoneId zone;
    private final Runnable enrol;
    private final Runnable pairing;
    private final VBox card = Kit.card();

    StatusCard(TodayViewModel model, Texts texts, ZoneId zone, Runnable enrol, Runnable pairing) {
        this.model = model;
        this.texts = texts;
        this.zone = zone;
        this.enrol = enrol;
        this.pairing = pairing;
        card.setId("status");
        card.getStyleClass().add("status-card");
        model.overviewProperty().addListener((property, before, now) -> show());
        model.sync().activityProperty().addListener((property, before, now) -> show());
        model.sync().troubleProperty().addListener((property, before, now) -> show());
        show();
    }

    Node node() {
        return card;
    }

    private void show() {
        Overview now = model.overviewProperty().get();
        OutboxStatus status = now.status();
        boolean syncing = model.sync().activityProperty().get() == AutoSync.Activity.SYNCING;
        card.getChildren().clear();
        if (status.needsRepair() > 0) {
            add(Icon.WARNING, "bad", texts.get("status.repair", status.needsRepair()), texts.get("status.repair.hint"));
        }
        long others = now.others().stream()
                .filter(line -> line.state() == ItemState.NEEDS_REPAIR)
                .count();
        if (others > 0) {
            add(Icon.WARNING, "bad", texts.get("status.otherTurnedDown", others), texts.get("status.repair.hint"));
        }
        if (status.turnedDown() > others) {
            add(
                    Icon.WARNING,
                    "bad",
                    texts.get("status.turnedDown", status.turnedDown() - others),
                    texts.get("status.turnedDown.hint"));
        }
        if (status.lost() > 0) {
            add(Icon.WARNING, "bad", texts.get("status.lost", status.lost()), texts.get("status.lost.hint"));
        }
        if (status.waiting() > 0) {
            add(
                    syncing ? Icon.ARROW_UP : Icon.CLOCK,
                    "waiting",
                    texts.get(syncing ? "status.sending" : "status.waiting", status.waiting()),
                    texts.get(now.enrolled() ? "status.waiting.hint" : "status.waiting.hint.notEnrolled"));
        }
        if (now.enrolled()) {
            showProof(now.proved(), status);
            showTrouble(syncing, status);
            showPairing(now.pairing());
            card.getChildren().add(syncButton(syncing));
        } else {
            add(Icon.NO_LINK, "neutral", texts.get("status.notEnrolled"), texts.get("status.notEnrolled.hint"));
            Button button = Kit.secondary(texts.get("status.enrol"), enrol);
            button.setId("enrol");
            card.getChildren().add(button);
        }
    }

    private void showProof(long proved, OutboxStatus status) {
        if (status.underReview() > 0) {
            add(Icon.EYE, "neutral", texts.get("status.review", status.underReview()), "");
        }
        Instant lastSync = status.lastSync();
        if (status.provedAt() != null) {
            boolean all = status.waiting() + status.needsRepair() + status.turnedDown() == 0 && proved == status.held();
            add(
                    Icon.CHECK,
                    "good",
                    told(all ? "status.proved" : "status.proved.arrived", status.provedAt(), proved),
                    lastSync == null ? "" : told("status.lastSync", lastSync, 0));
        } else if (lastSync != null) {
            // Just after another enrolment nothing has been held yet, so that nothing has been compared.
            if (status.held() > 0) {
                add(Icon.WARNING, "bad", texts.get("status.unproved"), texts.get("status.unproved.hint"));
            }
            add(Icon.CLOCK, "neutral", told("status.lastSync", lastSync, 0), "");
        } else if (status.waiting() == 0) {
            add(Icon.CLOCK, "neutral", texts.get("status.nothingYet"), "");
        }
    }

    private void showPairing(PairingViewModel.State state) {
        if (!state.needsSomebody()) {
            return;
        }
        boolean others = !state.newPhones().isEmpty();
        add(
                others ? Icon.EYE : Icon.CLOCK,
                "waiting",
                others ? texts.get("status.newPhones", state.newPhones().size()) : texts.label(state.step()),
                "");
        Button button = Kit.secondary(texts.get("status.pairing"), pairing);
        button.setId("status-pairing");
        card.getChildren().add(button);
    }

    private void showTrouble(boolean syncing, OutboxStatus status) {
        Optional<SyncTrouble> trouble = model.sync().troubleProperty().get();
        boolean saidAlready = trouble.equals(Optional.of(SyncTrouble.NO_COVERAGE)) && status.waiting() > 0;
        saidAlready |= trouble.equals(Optional.of(SyncTrouble.NOT_APPROVED));
        if (!syncing && trouble.isPresent() && !saidAlready) {
            add(
                    trouble.get() == SyncTrouble.NO_COVERAGE ? Icon.NO_LINK : Icon.WARNING,
                    trouble.get().passesByItself() ? "neutral" : "bad",
                    texts.label(trouble.get()),
                    "");
        }
    }

    private Button syncButton(boolean syncing) {
        Button button = Kit.secondary(texts.get(syncing ? "status.syncing" : "status.sync"), model::syncNow);
        button.setId("sync");
        button.setGraphic(Icon.SYNC.node(ICON_SIZE));
        button.setDisable(syncing);
        return button;
    }

    private void add(Icon icon, String tone, String title, String hint) {
        VBox words = new VBox(Kit.text(title, "good".equals(tone) || "neutral".equals(tone) ? "plain" : "strong"));
        if (!hint.isEmpty()) {
            words.getChildren().add(Kit.text(hint, "muted"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(icon.node(ICON_SIZE), words);
        row.getStyleClass().addAll("status-row", "tone-" + tone);
        card.getChildren().add(row);
    }

    /** Fills in whether it was today, yesterday or earlier, the date, the time of day, and a count. */
    private String told(String key, Instant moment, long count) {
        ZonedDateTime local = moment.atZone(zone);
        long daysAgo = ChronoUnit.DAYS.between(local.toLocalDate(), model.calendarDay());
        return texts.get(
                key,
                Math.max(0, Math.min(EARLIER, daysAgo)),
                local.format(DateTimeFormatter.ofPattern("d MMM", texts.locale())),
                local.format(DateTimeFormatter.ofPattern("HH:mm", texts.locale())),
                count);
    }
}
