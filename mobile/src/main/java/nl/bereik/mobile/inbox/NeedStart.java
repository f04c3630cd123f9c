package nl.bereik.mobile.inbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.mobile.capture.Draft;
import nl.bereik.mobile.need.NeedText;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What the form that raises a need starts with; null or empty where it is not known.
 *
 * @param contact the contact that it comes from, as first told
 * @param texts readable
 */
public record NeedStart(
        @Nullable UUID contact,
        @Nullable String area,
        @Nullable Topic lifeDomain,
        @Nullable Urgency urgency,
        @Nullable String language,
        @Nullable String partner,
        @Nullable String person,
        boolean consent,
        SortedSet<Signal> signals,
        Map<NeedText, String> texts) {

    /** For a need that comes from a contact: where, in what language, and what about if that was one thing. */
    public static NeedStart of(UUID contact, Draft told) {
        return new NeedStart(
                contact,
                told.area(),
                told.topics().size() == 1 ? told.topics().get(0) : null,
                null,
                told.languages().size() == 1 ? told.languages().get(0) : null,
                null,
                null,
                false,
                new TreeSet<>(),
                Map.of());
    }

    /** For a need that stands by itself, where the last contact was. */
    public static NeedStart byItself(@Nullable String area) {
        return new NeedStart(null, area, null, null, null, null, null, false, new TreeSet<>(), Map.of());
    }

    /** For a need that the server refused. Texts that this phone cannot read are not told again. */
    public static NeedStart again(NeedPage refused) {
        FollowUpNeed told = refused.need().view().need();
        Map<NeedText, String> texts = new EnumMap<>(NeedText.class);
        refused.texts().forEach((which, opened) -> {
            if (opened instanceof Opened.Text text) {
                texts.put(which, text.text());
            }
        });
        return new NeedStart(
                told.contact(),
                told.area(),
                told.lifeDomain(),
                told.urgency(),
                told.language(),
                told.partner(),
                told.person(),
                told.consent(),
                told.signals(),
                texts);
    }

    /** Hides the texts. */
    @Override
    public String toString() {
        return "NeedStart[]";
    }
}
