package nl.bereik.mobile.outbox;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids of items: UUIDs of version 4, so that an imported item cannot be told from one logged in the field. */
public final class ItemIds {
    private static final long VERSION_MASK = 0xF000L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 3L << 62;
    private static final long VARIANT_RFC = 1L << 63;

    private ItemIds() {}

    public static UUID random(RandomGenerator random) {
        return of(random.nextLong(), random.nextLong());
    }

    /** The id made of these bits, but for the six that say version and variant. */
    public static UUID of(long high, long low) {
        return new UUID(high & ~VERSION_MASK | VERSION_4, low & ~VARIANT_MASK | VARIANT_RFC);
    }
}
