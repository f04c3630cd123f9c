package nl.bereik.mobile.need;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A need as it is told on the phone, before its texts are sealed.
 *
 * @param contact the contact that it comes from, as first told; null when it stands by itself
 * @param language ISO 639-1 code of the language to speak; null when any will do
 * @param partner code of the organisation that the person would like; null when there is no wish
 * @param person account of the case manager that the person would like; null when there is no wish
 * @param signals what it was raised by, if by signals
 * @param texts readable; blank ones are left out
 */
public record NeedDraft(
        @Nullable UUID contact,
        String area,
        Topic lifeDomain,
        Urgency urgency,
        @Nullable String language,
        @Nullable String partner,
        @Nullable String person,
        boolean consent,
        SortedSet<Signal> signals,
        Map<NeedText, String> texts) {

    public NeedDraft {
        signals = Collections.unmodifiableSortedSet(new TreeSet<>(signals));
        Map<NeedText, String> told = new EnumMap<>(NeedText.class);
        texts.forEach((text, typed) -> {
            if (!typed.isBlank()) {
                told.put(text, typed.strip());
            }
        });
        texts = Collections.unmodifiableMap(told);
    }

    /** Hides the texts. */
    @Override
    public String toString() {
        return "NeedDraft[" + lifeDomain + ", " + urgency + "]";
    }
}
