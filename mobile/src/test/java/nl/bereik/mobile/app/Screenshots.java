package nl.bereik.mobile.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.settings.Settings.Theme;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;

/**
 * Renders every screen, in both languages and themes, into the folder that is its argument. Started with the tests'
 * classpath and the system properties that the build sets for the tests.
 */
final class Screenshots {
    private final Path out;
    private final Stage stage;

    private Screenshots(Path out, Stage stage) {
        this.out = out;
        this.stage = stage;
    }

    public static void main(String[] arguments) throws Exception {
        Path out = Path.of(arguments[0]);
        Files.createDirectories(out);
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                Screenshots shots = new Screenshots(out, new Stage());
                for (Locale language : Texts.LANGUAGES) {
                    for (Theme theme : Theme.values()) {
                        shots.all(language, theme);
                        shots.needs(language, theme, NeedShots::all);
                        shots.needs(language, theme, PeopleShots::all);
                        shots.needs(language, theme, OtherShots::all);
                    }
                }
            } catch (Exception | Error e) {
                e.printStackTrace();
            } finally {
                done.countDown();
            }
        });
        done.await();
        System.exit(0);
    }

    private void all(Locale language, Theme theme) throws IOException {
        String tail = "-" + language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
        Path folder = Files.createTempDirectory("bereik-shots");
        Stand stand = new Stand(folder);
        Screens screens = stand.start();
        Scene scene = PhoneApp.scene(screens, stand.device);
        stage.setScene(scene);
        stage.show();
        if (!language.getLanguage().equals("nl")) {
            Stand.press(scene, "language-" + language.getLanguage());
        }
        if (theme == Theme.NIGHT) {
            Stand.press(scene, "theme");
        }
        shoot(scene, "lock-choose" + tail);
        Stand.type(scene, "123");
        Stand.press(scene, "pin-confirm");
        shoot(scene, "lock-short" + tail);
        Stand.press(scene, "pin-erase");
        Stand.press(scene, "pin-erase");
        Stand.press(scene, "pin-erase");
        unlock(scene);
        unlock(scene);
        shoot(scene, "today-empty" + tail);
        Stand.press(scene, "notes");
        shoot(scene, "notes-no-key" + tail);
        Stand.press(scene, "back");
        Stand.press(scene, "needs");
        shoot(scene, "needs-empty" + tail);
        Stand.press(scene, "raise-need");
        shoot(scene, "need-form-no-key" + tail);
        Stand.press(scene, "back");
        Stand.press(scene, "back");
        Stand.press(scene, "new-contact");
        shoot(scene, "form-fresh" + tail);
        Stand.press(scene, "save");
        shoot(scene, "form-missing" + tail);
        Stand.press(scene, "back");
        Stand.press(scene, "enrol");
        shoot(scene, "enrol" + tail);
        ((TextInputControl) scene.lookup("#enrol-server")).setText("bereik.example.org");
        ((TextInputControl) scene.lookup("#enrol-code")).setText("7K3QM-2ZP9A");
        Stand.press(scene, "enrol-go");
        shoot(scene, "enrol-trouble" + tail);
        Stand.press(scene, "hide");
        shoot(scene, "hidden" + tail);
        Stand.press(scene, "hidden");
        Stand.type(scene, "99999");
        Stand.press(scene, "pin-confirm");
        Stand.type(scene, "9999");
        Stand.press(scene, "pin-erase");
        Stand.press(scene, "pin-erase");
        Stand.press(scene, "pin-erase");
        Stand.press(scene, "pin-erase");
        Stand.press(scene, "pin-confirm");
        shoot(scene, "lock-short-enter" + tail);
        Stand.type(scene, "99999");
        Stand.press(scene, "pin-confirm");
        shoot(scene, "lock-wrong" + tail);
        Stand.type(scene, "246");
        shoot(scene, "lock-enter" + tail);
        Stand.press(scene, "hide");

        fill(stand);
        Stand.press(scene, "hidden");
        unlock(scene);
        shoot(scene, "today-mixed" + tail);
        Stand.press(scene, "new-contact");
        choose(scene, "gender", 0);
        choose(scene, "ageBand", 3);
        choose(scene, "encounter", 1);
        choose(scene, "permit", 1);
        choose(scene, "topics", 0);
        choose(scene, "topics", 2);
        choose(scene, "services", 0);
        shoot(scene, "form-filled" + tail);
        choose(scene, "signals", 2);
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(1);
        shoot(scene, "form-filled-end" + tail);
        Stand.press(scene, "change");
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(0.2);
        shoot(scene, "form-details" + tail);
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(0.55);
        ((TextInputControl) scene.lookup("#note-text")).setText(NoteShots.IDENTIFYING);
        Stand.press(scene, "save");
        shoot(scene, "form-note-found" + tail);
        ((TextInputControl) scene.lookup("#note-text")).setText(NoteShots.ORDINARY);
        shoot(scene, "form-note" + tail);
        Stand.press(scene, "save");
        shoot(scene, "today-saved" + tail);
        clickLine(scene, ".state-needs_repair");
        shoot(scene, "form-repair" + tail);
        Stand.press(scene, "back");
        Stand.press(scene, "notes");
        shoot(scene, "notes" + tail);
        Stand.press(scene, "back");
        Stand.press(scene, "settings");
        shoot(scene, "settings" + tail);
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(0.6);
        Stand.press(scene, "seal");
        shoot(scene, "settings-sealed" + tail);
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(1);
        shoot(scene, "settings-end" + tail);
        Stand.press(scene, "change-pin");
        shoot(scene, "pin-change" + tail);
        screens.lock();
        told(stand, scene, tail);
        screens.lock();
        PairingShots.all(stand, scene, () -> unlock(scene), screens::lock, name -> shoot(scene, name + tail));
        LossShots.all(stand, scene, () -> unlock(scene), screens::lock, name -> shoot(scene, name + tail));
    }

    /** On a phone of its own. */
    private void needs(Locale language, Theme theme, NeedShots.Story story) throws IOException {
        String tail = "-" + language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
        Stand stand = new Stand(Files.createTempDirectory("bereik-shots"));
        Screens screens = stand.start();
        Scene scene = PhoneApp.scene(screens, stand.device);
        stage.setScene(scene);
        if (!language.getLanguage().equals("nl")) {
            Stand.press(scene, "language-" + language.getLanguage());
        }
        if (theme == Theme.NIGHT) {
            Stand.press(scene, "theme");
        }
        unlock(scene);
        unlock(scene);
        screens.lock();
        story.take(stand, scene, () -> unlock(scene), screens::lock, name -> shoot(scene, name + tail));
    }

    /** Contacts told anew, and a server that lost some. */
    private void told(Stand stand, Scene scene, String tail) throws IOException {
        tellAnew(stand);
        unlock(scene);
        shoot(scene, "told" + tail);
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(1);
        shoot(scene, "told-end" + tail);
        clickLine(scene, ".state-arrived");
        shoot(scene, "form-correct" + tail);
        Stand.press(scene, "take-back");
        shoot(scene, "form-take-back" + tail);
        Stand.press(scene, "take-back-confirm");
        shoot(scene, "told-taken-back" + tail);
        clickLine(scene, ".state-arrived");
        choose(scene, "gender", 1);
        Stand.press(scene, "save");
        shoot(scene, "told-corrected" + tail);
        clickLine(scene, ".muted-title");
        shoot(scene, "form-restore" + tail);
        Stand.press(scene, "back");
        clickLine(scene, ".state-under_review");
        shoot(scene, "form-unknown" + tail);
        Stand.press(scene, "back");
        Node[] lines = scene.getRoot().lookupAll(".line-button").toArray(Node[]::new);
        click(lines[lines.length - 1]);
        shoot(scene, "form-repair-correction" + tail);
    }

    private static void tellAnew(Stand stand) {
        stand.clock.pass(Duration.ofMinutes(9));
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            List<UUID> held = phone.outbox().items().stream()
                    .filter(item -> item.state() == ItemState.ARRIVED)
                    .map(OutboxItem::opId)
                    .toList();
            ContactMoment other = PhoneSamples.contact(
                    PhoneSamples.SHIFT, Channel.DROP_IN, Gender.TRANS_OR_NONBINARY, AgeBand.UNDER_18, Topic.EXIT);
            UUID refused = phone.outbox().correct(held.get(0), other);
            PhoneSamples.settle(phone, refused, Verdict.REJECTED, FieldProblem.told("gender", "NOT_ASKED_HERE"));
            phone.outbox().sending().nextBatch(100).forEach(item -> phone.outbox()
                    .sending()
                    .settle(List.of(ItemOutcome.of(item, Verdict.ACCEPTED))));
            UUID odd = new UUID(5, 6);
            String body = ContactCodec.encode(other).text().replace("TRANS_OR_NONBINARY", "FLUID");
            phone.record(new Entry.Saved(
                    odd,
                    ContactCodec.KIND,
                    ContactCodec.SCHEMA,
                    Json.readObject(body.replace("EXIT", "CHESS")),
                    null,
                    stand.clock.instant(),
                    false,
                    null));
            PhoneSamples.settle(phone, odd, Verdict.QUARANTINED, new FieldProblem("topics", Reason.UNKNOWN_CODE));
            phone.record(new Entry.Lost(3, ContentHash.NONE, 2));
            phone.outbox().sending().synced(Custody.NONE);
            phone.outbox().correct(held.get(1), other);
            phone.outbox().correct(held.get(2), null);
        }
    }

    /** Opens the first contact in the list that has a label of this style. */
    private static void clickLine(Scene scene, String style) {
        scene.getRoot().applyCss();
        for (Node line : scene.getRoot().lookupAll(".line-button")) {
            if (line.lookup(style) != null) {
                click(line);
                return;
            }
        }
        throw new AssertionError("no line " + style);
    }

    private static void click(Node line) {
        line.executeAccessibleAction(AccessibleAction.FIRE);
    }

    private static void unlock(Scene scene) {
        Stand.type(scene, PhoneSamples.PIN.digits());
        Stand.press(scene, "pin-confirm");
    }

    private static void choose(Scene scene, String field, int which) {
        scene.getRoot().applyCss();
        Node part = scene.lookup("#" + field);
        Object[] buttons = part.lookupAll(".toggle-button").toArray();
        ((ToggleButton) buttons[which]).fire();
    }

    /** A phone in the middle of a shift. */
    private static void fill(Stand stand) {
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            PhoneSamples.enrol(phone);
            NoteShots.ofColleagues(phone);
            UUID held = phone.outbox()
                    .save(PhoneSamples.contact(
                            PhoneSamples.SHIFT,
                            Channel.DROP_IN,
                            Gender.WOMAN,
                            AgeBand.FROM_21_TO_26,
                            Topic.GENERAL_HEALTH));
            ContentHash hash = PhoneSamples.settle(phone, held, Verdict.ACCEPTED);
            for (AgeBand age : List.of(AgeBand.FROM_18_TO_20, AgeBand.FROM_27)) {
                UUID other = phone.outbox()
                        .save(PhoneSamples.contact(
                                PhoneSamples.SHIFT, Channel.DROP_IN, Gender.WOMAN, age, Topic.MENTAL_HEALTH));
                hash = hash.xor(PhoneSamples.settle(phone, other, Verdict.ACCEPTED));
            }
            UUID refused = phone.outbox()
                    .save(PhoneSamples.contact(
                            PhoneSamples.SHIFT, Channel.ONLINE, Gender.MAN, AgeBand.FROM_18_TO_20, Topic.INCOME_DEBT));
            PhoneSamples.settle(phone, refused, Verdict.REJECTED, new FieldProblem("on", Reason.DATE_IN_FUTURE));
            phone.outbox().sending().synced(new Custody(4, List.of(), 3, hash));
            stand.clock.pass(Duration.ofMinutes(1));
            phone.outbox().save(PhoneSamples.contact());
            phone.outbox()
                    .save(PhoneSamples.contact(
                            PhoneSamples.SHIFT, Channel.STREET, Gender.UNKNOWN, AgeBand.UNKNOWN, Topic.ADDICTION));
            phone.outbox().save(PhoneSamples.contact());
        }
    }

    private void shoot(Scene scene, String name) throws IOException {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        WritableImage image = scene.snapshot(null);
        Png.write(image, out.resolve(name));
    }
}
