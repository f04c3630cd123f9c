package nl.bereik.server.account;

import java.util.Set;

/**
 * The second step of signing in: codes of RFC 6238 from an app, and codes on paper for when that is lost.
 *
 * @param secret 160 bits in base32; nobody is shown it again
 * @param usedUpTo the number of the last half minute whose code was used; it and earlier ones are used up
 * @param paperHashes SHA-256 of each code on paper that has not been used, in hex
 */
public record SecondStep(String secret, long usedUpTo, Set<String> paperHashes) {
    public SecondStep {
        paperHashes = Set.copyOf(paperHashes);
    }

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "SecondStep";
    }
}
