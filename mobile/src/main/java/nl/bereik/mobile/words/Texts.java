package nl.bereik.mobile.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the screens in one language. Immutable. */
public final class Texts {
    /** The languages on offer, the first being the one to start with. */
    public static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH);

    private static final String BUNDLE = "nl.bereik.mobile.words.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    /** The texts in a language; English when there are none in it. */
    public Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    public Locale locale() {
        return locale;
    }

    /** A text with its arguments filled in. @throws java.util.MissingResourceException when there is no such text */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The name of a code. */
    public String label(Enum<?> code) {
        return get(code.getDeclaringClass().getSimpleName() + "." + code.name());
    }

    /** The name of a code where there is little room; the same as {@link #label} for most. */
    public String shortLabel(Enum<?> code) {
        String key = code.getDeclaringClass().getSimpleName() + "." + code.name() + ".short";
        return bundle.containsKey(key) ? get(key) : label(code);
    }

    /** The name of a field of a contact by its name on the wire; the item as a whole when it is empty or unknown. */
    public String field(String wireName) {
        String key = "field." + wireName;
        return get(bundle.containsKey(key) ? key : "field");
    }

    /** The name of a language; its code when it has none here. */
    public String language(String iso639) {
        String key = "language." + iso639;
        return bundle.containsKey(key) ? get(key) : iso639;
    }
}
