package nl.bereik.mobile.look;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import nl.bereik.mobile.words.Texts;

/** A day with a button on either side that moves it by one. */
public final class DayRow extends HBox {
    /**
     * @param day what is chosen
     * @param earliest the first day that can be chosen
     * @param today the last one
     */
    public DayRow(ObjectProperty<LocalDate> day, LocalDate earliest, LocalDate today, Texts texts) {
        getStyleClass().add("day-row");
        Button earlier = Kit.iconButton(
                Icon.BACK,
                texts.get("form.day.earlier"),
                () -> day.set(day.get().minusDays(1)));
        earlier.setId("day-earlier");
        Button later = Kit.iconButton(
                Icon.FORWARD,
                texts.get("form.day.later"),
                () -> day.set(day.get().plusDays(1)));
        later.setId("day-later");
        Label name = new Label();
        name.setId("day");
        name.getStyleClass().add("day");
        name.setMaxWidth(Double.MAX_VALUE);
        setHgrow(name, Priority.ALWAYS);
        Runnable refresh = () -> {
            LocalDate on = day.get();
            name.setText(name(on, today, texts));
            earlier.setDisable(!on.isAfter(earliest));
            later.setDisable(!on.isBefore(today));
        };
        day.addListener((property, before, now) -> refresh.run());
        refresh.run();
        getChildren().addAll(earlier, name, later);
    }

    private static String name(LocalDate day, LocalDate today, Texts texts) {
        String date = day.format(DateTimeFormatter.ofPattern("EEE d MMM", texts.locale()));
        if (day.equals(today)) {
            return texts.get("day.today", date);
        }
        return day.equals(today.minusDays(1)) ? texts.get("day.yesterday", date) : date;
    }
}
