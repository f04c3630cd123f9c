package nl.bereik.mobile.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The commands' words in the language of the machine: Dutch or English. */
final class Words {
    private final ResourceBundle bundle;

    Words(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "nl.bereik.mobile.cli.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** @throws MissingResourceException when there are no such words */
    String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
    }

    /** The words for one of a closed list of reasons. */
    String reason(String topic, Enum<?> reason) {
        return get(topic + "." + reason.name());
    }
}
