package nl.bereik.server.account;

import java.time.Instant;

/**
 * That somebody has signed in, in one browser.
 *
 * @param id SHA-256 in hex of the token in the browser's cookie
 * @param stamp of the account when the session began
 * @param codeGiven whether the second step was passed
 * @param seenAt when something was last done in it, not finer than a minute
 */
public record Session(String id, String account, long stamp, boolean codeGiven, Instant beganAt, Instant seenAt) {}
