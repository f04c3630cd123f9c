package nl.bereik.server.simulation;

import java.util.SplittableRandom;

/** The one source of everything that is not determined. */
interface Choices {
    /** A number from 0 below {@code options}: which, how long, in what order. Nothing goes wrong by it. */
    int pick(int options);

    /**
     * Whether something goes wrong here.
     *
     * @param kinds how many things can, at least 1
     * @param perMille how often one of them does; never when 0
     * @return 0 when nothing does, else which, from 1
     */
    int fault(int kinds, int perMille);

    /** Choices drawn from a seed: the same seed gives the same. */
    static Choices random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Choices() {
            @Override
            public int pick(int options) {
                return random.nextInt(options);
            }

            @Override
            public int fault(int kinds, int perMille) {
                return perMille > 0 && random.nextInt(1000) < perMille ? 1 + random.nextInt(kinds) : 0;
            }
        };
    }
}
