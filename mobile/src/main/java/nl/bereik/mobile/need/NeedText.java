package nl.bereik.mobile.need;

import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** The free texts of a need, each sealed for a purpose of its own. */
public enum NeedText {
    /** By what the person is recognised. */
    HINT(Purpose.NEED_HINT),
    /** When and where to meet again. */
    MEETING(Purpose.NEED_MEETING),
    /** What else there is to know. */
    NOTE(Purpose.NEED_NOTE);

    private final Purpose purpose;

    NeedText(Purpose purpose) {
        this.purpose = purpose;
    }

    Purpose purpose() {
        return purpose;
    }

    /** This text in a need; null when there is none. */
    @Nullable SealedText in(FollowUpNeed need) {
        return switch (this) {
            case HINT -> need.hint();
            case MEETING -> need.meeting();
            case NOTE -> need.note();
        };
    }
}
