package nl.bereik.server.publish;

import nl.bereik.server.disclosure.DisclosureRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How coarse published figures are, {@code bereik.publish.*}. Holds for releases to come; earlier ones keep theirs.
 *
 * @param threshold counts of people below it are suppressed, at least 5
 * @param roundTo what is shown is a multiple of it, at least 5
 */
@ConfigurationProperties("bereik.publish")
record PublishProperties(
        @DefaultValue("10") int threshold,
        @DefaultValue("5") int roundTo) {
    PublishProperties {
        if (threshold < DisclosureRules.OPEN_VALUES || roundTo < DisclosureRules.OPEN_VALUES) {
            throw new IllegalArgumentException("bereik.publish.threshold and bereik.publish.round-to must be at least "
                    + DisclosureRules.OPEN_VALUES);
        }
    }

    DisclosureRules rules() {
        return new DisclosureRules(threshold, roundTo);
    }
}
