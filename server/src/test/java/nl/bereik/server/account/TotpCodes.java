package nl.bereik.server.account;

import java.time.Instant;

/** What an app for codes would show. */
public final class TotpCodes {
    private static final int STEP_SECONDS = 30;

    private TotpCodes() {}

    /** @param stepsAhead half minutes after that moment */
    public static String of(String secret, Instant now, long stepsAhead) {
        return Totp.code(secret, now.getEpochSecond() / STEP_SECONDS + stepsAhead);
    }
}
