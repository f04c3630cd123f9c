package nl.bereik.mobile.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Choices;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;

/** The part of the form in which wishes are told; nothing where there is nothing to wish for. */
final class WishesView {
    private static final int SHOWN = 4;

    private final Wishes wishes;
    private final Texts texts;

    WishesView(Wishes wishes, Texts texts) {
        this.wishes = wishes;
        this.texts = texts;
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        if (!wishes.people().organisations().isEmpty()) {
            Map<String, String> names = none();
            wishes.people().organisations().forEach(each -> names.put(each.code(), each.name()));
            nodes.add(group("need-partner", texts.get("needForm.partner"), partners(names)));
        }
        if (!wishes.people().caseManagers().isEmpty()) {
            VBox choices = new VBox(persons());
            wishes.partner().addListener((property, before, now) -> choices.getChildren()
                    .setAll(persons()));
            nodes.add(group("need-person", texts.get("needForm.person"), choices));
        }
        return nodes;
    }

    private Node partners(Map<String, String> names) {
        return choice(texts.get("needForm.partner"), names, wishes.partner());
    }

    private Node persons() {
        Map<String, String> names = none();
        wishes.offered()
                .forEach(person -> names.put(person.account(), wishes.people().distinctName(person)));
        return choice(texts.get("needForm.person"), names, wishes.person());
    }

    private Map<String, String> none() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(Wishes.NONE, texts.get("needForm.wish.none"));
        return names;
    }

    private Node choice(String spoken, Map<String, String> names, ObjectProperty<String> chosen) {
        UnaryOperator<String> name = code -> names.getOrDefault(code, code);
        return Choices.folded(
                Choices.chips(spoken, List.copyOf(names.keySet()), chosen, name),
                SHOWN,
                count -> texts.get("form.more", count),
                count -> texts.get("form.more.spoken", count));
    }

    private static Node group(String id, String heading, Node content) {
        VBox group = new VBox(Kit.heading(heading), content);
        group.getStyleClass().add("group");
        group.setId(id);
        return group;
    }
}
