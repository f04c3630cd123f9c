package nl.bereik.mobile.privacy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.mobile.teamkey.TeamKeys;

/** Team keys to test with. */
public final class KeySamples {
    private KeySamples() {}

    /** The same for the same epoch. */
    public static TeamKey key(int epoch) {
        byte[] key = new byte[TeamKey.KEY_BYTES];
        Arrays.fill(key, (byte) epoch);
        return new TeamKey(epoch, key);
    }

    /** The keys of a phone that has these. */
    public static TeamKeys keys(TeamKey... keys) {
        TeamKeys all = new TeamKeys(entries -> {}, new Random(1));
        for (TeamKey key : keys) {
            all.apply(known(key));
        }
        return all;
    }

    /** Hands this key to a phone. */
    public static void give(Phone phone, TeamKey key) {
        phone.record(known(key));
    }

    private static Entry known(TeamKey key) {
        return new Entry.TeamKeyKnown(key.epoch(), HexFormat.of().formatHex(key.key()));
    }
}
