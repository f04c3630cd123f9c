package nl.bereik.mobile.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.teamkey.Handover;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.protocol.teamkey.TeamKeyState;
import nl.bereik.protocol.teamkey.TeamKeyState.Comparison;
import nl.bereik.protocol.teamkey.TeamKeyState.Wanted;
import org.jspecify.annotations.Nullable;

/** Enrolled phones on their way to the team's key, told so as a server would. */
public final class PairingSamples {
    private static final SealKey OTHER = key(7);

    private PairingSamples() {}

    /** A phone that has asked the keeper. */
    public static void asks(Phone phone) {
        told(phone, 9, OTHER, null, List.of());
        phone.record(new Entry.KeyAsked(id(phone), OTHER.text(), "nonce"));
    }

    /** A phone that the keeper has answered. */
    public static void compares(Phone phone) {
        asks(phone);
        phone.record(new Entry.KeeperAnswered("answer"));
    }

    /** A phone that keeps the key, for which two others wait; the second has still to open its nonce. */
    public static void keeps(Phone phone) {
        String team = Objects.requireNonNull(phone.enrolment().install()).team();
        SealKey mine = phone.teamKeys().sealKey();
        phone.record(new Entry.TeamKeyKnown(9, HexFormat.of().formatHex(new byte[32])));
        List<Wanted> wanted = new ArrayList<>();
        for (String each : List.of("x7Kp2mQ9abc", "Rb40ZzQ1abc")) {
            String commitment = new Handover(team, each, OTHER, mine).commitment("opened");
            boolean open = wanted.isEmpty();
            wanted.add(new Wanted(
                    each, OTHER, open ? "sanne" : null, new Comparison(commitment, "mine", open ? "opened" : null)));
            phone.record(new Entry.PhoneAnswered(each, OTHER.text(), commitment, "mine"));
        }
        told(phone, 9, mine, null, wanted);
    }

    private static void told(
            Phone phone, int epoch, SealKey keeper, @Nullable Comparison comparison, List<Wanted> wanted) {
        phone.record(new Entry.Pulled(new TeamKeyState(
                        id(phone),
                        phone.teamKeys().sealKey(),
                        epoch,
                        null,
                        keeper,
                        comparison,
                        null,
                        wanted.isEmpty() ? List.of() : List.of(id(phone)),
                        Map.of(),
                        wanted)
                .record()));
    }

    private static String id(Phone phone) {
        return Objects.requireNonNull(phone.enrolment().install()).installId();
    }

    private static SealKey key(int fill) {
        byte[] bytes = new byte[SealKey.KEY_BYTES];
        Arrays.fill(bytes, (byte) fill);
        return SealKey.of(bytes);
    }
}
