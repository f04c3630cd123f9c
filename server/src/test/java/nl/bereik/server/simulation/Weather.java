package nl.bereik.server.simulation;

/**
 * How often what goes wrong, per thousand occasions. Each seed has weather of its own, so that some see much of one
 * fault and nothing of another.
 *
 * @param power a phone stops in a disk operation
 * @param room a phone's disk is full for a while
 * @param road a request does not simply arrive
 * @param back a reply does not simply arrive
 * @param store the store fails, or a server stops, at a call
 * @param habits a phone is stopped, its clock jumps
 */
record Weather(int power, int room, int road, int back, int store, int habits) {
    /** Everything may go wrong; how often is for whoever explores. */
    static final Weather EVERYTHING = new Weather(1, 1, 1, 1, 1, 1);

    private static final int[] USUAL = {6, 30, 120, 120, 15, 60};
    private static final int[] FACTORS = {0, 1, 1, 3};

    static Weather of(Choices choices) {
        int[] rates = new int[USUAL.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = USUAL[i] * FACTORS[choices.pick(FACTORS.length)];
        }
        return new Weather(rates[0], rates[1], rates[2], rates[3], rates[4], rates[5]);
    }
}
