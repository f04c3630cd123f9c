package nl.bereik.mobile.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;

/** What the user chose on this phone. Thread-safe; a choice is durable when its call returns. */
public final class Settings {
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String PUSH = "push";
    private static final String PUSH_TOLD = "pushTold";
    private static final String OFF = "off";

    private final EntryLog log;
    private final Map<String, String> chosen = new LinkedHashMap<>();

    public Settings(EntryLog log) {
        this.log = log;
    }

    /** How the screens look. */
    public enum Theme {
        DARK,
        /** Red on black: keeps night sight and is seen from less far. */
        NIGHT
    }

    /** Dutch until chosen otherwise. */
    public Locale language() {
        synchronized (log) {
            return Locale.forLanguageTag(chosen.getOrDefault(LANGUAGE, "nl"));
        }
    }

    public void chooseLanguage(Locale language) {
        log.record(new Entry.SettingChosen(LANGUAGE, language.toLanguageTag()));
    }

    /** Dark until chosen otherwise. */
    public Theme theme() {
        synchronized (log) {
            return Theme.NIGHT.name().equals(chosen.get(THEME)) ? Theme.NIGHT : Theme.DARK;
        }
    }

    public void chooseTheme(Theme theme) {
        log.record(new Entry.SettingChosen(THEME, theme.name()));
    }

    /** Whether this phone may be nudged while the app is not looked at; yes until chosen otherwise. */
    public boolean push() {
        synchronized (log) {
            return !OFF.equals(chosen.get(PUSH));
        }
    }

    public void choosePush(boolean on) {
        log.record(new Entry.SettingChosen(PUSH, on ? "on" : OFF));
    }

    /** What the server was last told of where this phone can be nudged; empty when nothing was. */
    public String pushTold() {
        synchronized (log) {
            return chosen.getOrDefault(PUSH_TOLD, "");
        }
    }

    /** Keeps what the server has been told. */
    public void pushTold(String told) {
        log.record(new Entry.SettingChosen(PUSH_TOLD, told));
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public void apply(Entry entry) {
        if (entry instanceof Entry.SettingChosen choice) {
            chosen.put(choice.name(), choice.value());
        }
    }

    /** The entries that make these settings again. */
    public List<Entry> compacted() {
        return chosen.entrySet().stream()
                .<Entry>map(choice -> new Entry.SettingChosen(choice.getKey(), choice.getValue()))
                .toList();
    }
}
