package nl.bereik.server.push;

import java.util.UUID;

/**
 * A nudge. There is no place in it for what it is about; the words that a phone shows are the organisation's, always
 * the same.
 *
 * @param id random; the same when the push is sent again, so that a phone shows it once
 * @param urgent whether it wakes a phone at once
 */
public record Push(UUID id, boolean urgent) {}
