package nl.bereik.mobile.privacy;

import java.util.UUID;
import nl.bereik.protocol.privacy.SealedText;

/**
 * A sealed text with the item that it is bound to.
 *
 * @param item the id of the item that tells it
 */
public record BoundText(UUID item, SealedText text) {}
