package nl.bereik.server.account;

import java.util.random.RandomGenerator;

/**
 * Makes what is good once and can be read from a paper and typed: {@code abcd-efgh-jkmn-pqrs}, 20 random bits a group.
 */
final class OneTimePassword {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int GROUPS_OF_PASSWORD = 4;
    private static final int GROUPS_OF_CODE = 6;
    private static final int GROUP = 4;

    private OneTimePassword() {}

    /** 80 bits, kept under a slow hash and replaced at the first use. */
    static String random(RandomGenerator random) {
        return groups(random, GROUPS_OF_PASSWORD);
    }

    /** 120 bits, so that a plain hash of it is as good as unreadable, however long it lies there. */
    static String code(RandomGenerator random) {
        return groups(random, GROUPS_OF_CODE);
    }

    private static String groups(RandomGenerator random, int groups) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < groups * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
