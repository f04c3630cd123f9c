package nl.bereik.mobile.look;

import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;

/** A line of a list of which one is picked. */
public final class PickLine extends LineButton {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ObservableBooleanValue picked;

    /** @param picked whether it is this one */
    public PickLine(ObservableBooleanValue picked, Runnable pressed, Node... parts) {
        super(pressed, parts);
        this.picked = picked;
        getStyleClass().add("pick-line");
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        Node mark = Icon.CHECK.node();
        getChildren().addAll(Kit.spring(), mark);
        Runnable show = () -> {
            mark.setVisible(picked.get());
            pseudoClassStateChanged(SELECTED, picked.get());
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
        };
        picked.addListener((property, before, now) -> show.run());
        show.run();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? picked.get()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
