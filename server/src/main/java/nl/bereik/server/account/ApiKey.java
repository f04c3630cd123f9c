package nl.bereik.server.account;

import java.util.random.RandomGenerator;

/**
 * A key with which a script acts for an account: 256 random bits, so that a plain hash of it is as good as unreadable.
 *
 * @param text base64url without padding
 */
record ApiKey(String text) {
    static ApiKey random(RandomGenerator random) {
        return new ApiKey(Secrets.random(random));
    }

    /** All that is stored. */
    String hash() {
        return Secrets.hash(text);
    }

    /** Hides the key from logs. */
    @Override
    public String toString() {
        return "ApiKey";
    }
}
