package nl.bereik.server.account;

import java.util.random.RandomGenerator;

/** Makes passwords of 80 random bits that can be read from a paper and typed: {@code abcd-efgh-jkmn-pqrs}. */
final class OneTimePassword {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private OneTimePassword() {}

    static String random(RandomGenerator random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
