package nl.bereik.server.teamkey;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.server.install.Install;
import org.jspecify.annotations.Nullable;

/**
 * A team's phones and the newest epoch of its key: who has it, who waits for it, and whether it is to be made anew.
 *
 * @param active the phones that may sync and have a key to seal to, by id, oldest first
 * @param newest null while there is no key
 * @param lost whether a phone that had the newest key has been revoked
 */
record TeamCircle(Map<String, Install> active, @Nullable KeyEpoch newest, boolean lost) {

    /** @param installs all installs of the team */
    static TeamCircle of(List<Install> installs, @Nullable KeyEpoch newest) {
        Map<String, Install> active = installs.stream()
                .filter(install -> install.renews() == null && install.active() && install.sealKey() != null)
                .sorted(Comparator.comparing(Install::enrolledAt).thenComparing(Install::id))
                .collect(Collectors.toMap(Install::id, install -> install, (one, other) -> one, LinkedHashMap::new));
        Set<String> revoked = installs.stream()
                .filter(install -> install.revokedAt() != null)
                .map(Install::phone)
                .collect(Collectors.toSet());
        boolean lost = newest != null && newest.handed().keySet().stream().anyMatch(revoked::contains);
        return new TeamCircle(active, newest, lost);
    }

    int epoch() {
        return newest == null ? 0 : newest.epoch();
    }

    /** Whether a phone has the newest key. */
    boolean has(String phone) {
        return newest != null && newest.handed().containsKey(phone);
    }

    /** The phones that may sync and have the newest key, oldest first. */
    List<Install> holders() {
        return active.values().stream().filter(phone -> has(phone.id())).toList();
    }

    /** The phones that may sync and have not the newest key, oldest first. */
    List<Install> waiting() {
        return active.values().stream().filter(phone -> !has(phone.id())).toList();
    }

    /** The epoch of which a phone is asked to make the key; empty when it is not. */
    Optional<Integer> make(String phone, @Nullable Install keeper) {
        boolean nobodyHasIt = keeper == null;
        boolean itsTurn = keeper != null && keeper.id().equals(phone) && lost;
        return nobodyHasIt || itsTurn ? Optional.of(epoch() + 1) : Optional.empty();
    }

    /** The id of the roster that each phone was handed last. */
    Map<String, String> rosters() {
        Map<String, String> rosters = new HashMap<>();
        if (newest != null) {
            newest.handed().forEach((phone, handed) -> rosters.put(phone, handed.roster()));
        }
        return rosters;
    }

    /** The key of a phone that may sync; null when there is no such phone. */
    @Nullable SealKey keyOf(String phone) {
        Install install = active.get(phone);
        return install == null ? null : install.sealKey();
    }
}
