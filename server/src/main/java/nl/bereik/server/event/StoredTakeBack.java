package nl.bereik.server.event;

import java.util.UUID;

/**
 * An event of a team that should not have been told.
 *
 * @param item the event's id
 */
public record StoredTakeBack(UUID item, String team) {}
