package nl.bereik.server.push;

import java.time.Instant;

/**
 * That Firebase did not take the account that the server sends with.
 *
 * @param code as of {@link PushOutcome.Refused}
 * @param at when it was so last
 */
public record PushRefusal(String code, Instant at) {}
