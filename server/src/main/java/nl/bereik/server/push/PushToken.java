package nl.bereik.server.push;

import nl.bereik.protocol.push.Platform;

/**
 * Where a push goes: the app on one phone.
 *
 * @param text as the phone got it from Firebase
 */
public record PushToken(String text, Platform platform) {
    /** Hides the token from logs. */
    @Override
    public String toString() {
        return "PushToken[" + platform + "]";
    }
}
