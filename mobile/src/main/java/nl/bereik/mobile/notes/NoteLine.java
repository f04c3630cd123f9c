package nl.bereik.mobile.notes;

import java.time.LocalDate;
import java.util.UUID;
import nl.bereik.mobile.privacy.TextSealer.Opened;

/**
 * One note in the list.
 *
 * @param contact the contact, by the item that first told it
 * @param channel the channel's code, also one that this version does not know
 * @param text what came of opening it
 * @param mine whether this phone told it
 */
public record NoteLine(UUID contact, LocalDate on, String channel, String area, Opened text, boolean mine) {}
