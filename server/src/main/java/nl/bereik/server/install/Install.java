package nl.bereik.server.install;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.protocol.teamkey.SixDigits;
import org.jspecify.annotations.Nullable;

/**
 * A phone that has enrolled.
 *
 * @param id the thumbprint of its public key, so the same key is the same install
 * @param team the team whose contacts it logs
 * @param publicKey a JWK (EC, P-256)
 * @param renews the first install of the same phone, which was restored from a backup since; null for the first itself
 * @param enrolledAt when its code was used
 * @param lastSeenOn the day of its last authenticated request in the region's zone, not finer; null when there was none
 * @param revokedAt when the coordinator revoked or refused it; null while neither has happened
 * @param sealKey to which the team's key is sealed; null while the phone has told none
 * @param holder the account of the person who carries it; null when the coordinator named none
 * @param awaitsApproval whether the coordinator has still to approve it; until then it may not sync
 */
public record Install(
        String id,
        String team,
        JsonObject publicKey,
        @Nullable String renews,
        Instant enrolledAt,
        @Nullable LocalDate lastSeenOn,
        @Nullable Instant revokedAt,
        @Nullable SealKey sealKey,
        @Nullable String holder,
        boolean awaitsApproval) {

    /** An approved install of which no more is known, as earlier servers made them. */
    public Install(
            String id,
            String team,
            JsonObject publicKey,
            @Nullable String renews,
            Instant enrolledAt,
            @Nullable LocalDate lastSeenOn,
            @Nullable Instant revokedAt) {
        this(id, team, publicKey, renews, enrolledAt, lastSeenOn, revokedAt, null, null, false);
    }

    /** The same install, revoked. */
    public Install revoked(Instant at) {
        return new Install(id, team, publicKey, renews, enrolledAt, lastSeenOn, at, sealKey, holder, awaitsApproval);
    }

    /** The same install, seen on that day. */
    public Install seen(LocalDate on) {
        return new Install(id, team, publicKey, renews, enrolledAt, on, revokedAt, sealKey, holder, awaitsApproval);
    }

    /** The same install, approved. */
    public Install approved() {
        return new Install(id, team, publicKey, renews, enrolledAt, lastSeenOn, revokedAt, sealKey, holder, false);
    }

    /** The same install, with this key to seal to. */
    public Install sealedTo(SealKey key) {
        return new Install(id, team, publicKey, renews, enrolledAt, lastSeenOn, revokedAt, key, holder, awaitsApproval);
    }

    /** Whether it may sync. */
    public boolean active() {
        return revokedAt == null && !awaitsApproval;
    }

    /** What the coordinator compares with the phone's screen before approving it. */
    public SixDigits digits() {
        return SixDigits.ofPhone(id, sealKey);
    }

    /**
     * One install per phone, in the order of the last install of each: its first, seen on the last day on which any of
     * them was.
     */
    public static List<Install> phones(List<Install> installs) {
        Map<String, List<Install>> byPhone = installs.stream()
                .collect(Collectors.groupingBy(Install::phone, LinkedHashMap::new, Collectors.toList()));
        return byPhone.values().stream().map(Install::first).toList();
    }

    private static Install first(List<Install> ofOnePhone) {
        Install first = ofOnePhone.stream()
                .filter(install -> install.renews == null)
                .findFirst()
                .orElse(ofOnePhone.get(0));
        return ofOnePhone.stream()
                .map(Install::lastSeenOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(first::seen)
                .orElse(first);
    }

    /** The id of the first install of the same phone; revoking that one revokes all that renew it. */
    public String phone() {
        return renews == null ? id : renews;
    }
}
