package nl.bereik.mobile.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import org.jspecify.annotations.Nullable;

/** One thing that happened on this phone. The state of the phone is what its entries, applied in order, make of it. */
public sealed interface Entry {

    /**
     * An item was logged.
     *
     * @param note readable text that stays on this phone, in journals of before notes were sealed into the body; else
     *     null
     * @param imported whether it came from a file, in which case its id is remembered for ever
     * @param replaces the item that this one takes the place of, for the server refused it or it was never sent; null
     *     when there is none
     */
    record Saved(
            UUID opId,
            String kind,
            int schema,
            JsonObject body,
            @Nullable String note,
            Instant at,
            boolean imported,
            @Nullable UUID replaces)
            implements Entry {}

    /** An item that had never been sent was taken back by the user. */
    record Withdrawn(UUID opId) implements Entry {}

    /**
     * Items got their places in what this install sends, just before they were first sent.
     *
     * @param from the place of the first; the others follow
     */
    record Numbered(long from, List<UUID> opIds) implements Entry {
        public Numbered {
            opIds = List.copyOf(opIds);
        }
    }

    /** The server told what became of items. */
    record Settled(Instant at, List<ItemOutcome> outcomes) implements Entry {
        public Settled {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * A sync round came to its end with the server.
     *
     * @param provedAt when the server last showed that it holds all it ever said it took; null when the last proof
     *     failed or there was none
     */
    record Synced(Instant at, @Nullable Instant provedAt) implements Entry {}

    /**
     * The phone enrols at a server: made durable before the first request, so that a lost reply can be asked for again.
     *
     * @param server the server's address
     * @param privateKey a private JWK
     */
    record KeyMade(String server, JsonObject privateKey) implements Entry {}

    /**
     * The server took the phone in, as a new install: everything counts anew.
     *
     * @param approved whether it may sync
     */
    record Enrolled(String installId, String team, boolean approved) implements Entry {}

    /** The server turned out to let the install sync, or not to let it yet. */
    record Approval(boolean given) implements Entry {}

    /** The server's address changed, its install did not. */
    record ServerMoved(String server) implements Entry {}

    /**
     * The server turned out not to hold items that it had taken: they wait again, at their places.
     */
    record SentAgain(List<UUID> opIds) implements Entry {
        public SentAgain {
            opIds = List.copyOf(opIds);
        }
    }

    /**
     * The server turned out to have lost items that have left this phone.
     *
     * @param held how many items it holds of this install
     * @param xor the exclusive or of their content hashes
     * @param lost how many are lost
     */
    record Lost(long held, ContentHash xor, long lost) implements Entry {}

    /** A record of the server's state is new or changed. */
    record Pulled(StateRecord record) implements Entry {}

    /** Records of the server's state are no longer there. */
    record Gone(List<String> ids) implements Entry {
        public Gone {
            ids = List.copyOf(ids);
        }
    }

    /**
     * What time it was at an unlock.
     *
     * @param usedSeconds how much of the leave that the last sync gave was used up by then
     */
    record ClockSeen(Instant at, long usedSeconds) implements Entry {}

    /** The server said that it has revoked this phone. */
    record Revoked(Instant at) implements Entry {}

    /** The user chose something on this phone. */
    record SettingChosen(String name, String value) implements Entry {}

    /** The secret that keys the ids of imported lines, hexadecimal. */
    record ImportSecretMade(String secret) implements Entry {}

    /** The private key, 32 bytes, hexadecimal, with which this phone opens what is sealed to it. */
    record SealKeyMade(String privateKey) implements Entry {
        /** Hides the key from logs. */
        @Override
        public String toString() {
            return "SealKeyMade";
        }
    }

    /**
     * This phone made a key for its team, which counts once the server says that it came first.
     *
     * @param key 32 bytes, hexadecimal
     */
    record TeamKeyMade(int epoch, String key) implements Entry {
        /** Hides the key from logs. */
        @Override
        public String toString() {
            return "TeamKeyMade[epoch=" + epoch + "]";
        }
    }

    /**
     * The phones that share the team's key, this one among them.
     *
     * @param sealKeys by phone
     */
    record RosterKnown(Map<String, String> sealKeys) implements Entry {
        public RosterKnown {
            sealKeys = Map.copyOf(sealKeys);
        }
    }

    /**
     * This phone asked for the team's key.
     *
     * @param phone what the server calls this phone
     * @param keeper the key of the phone that it asked
     * @param nonce used for this once
     */
    record KeyAsked(String phone, String keeper, String nonce) implements Entry {
        /** Hides the nonce, which is secret until the keeper has answered. */
        @Override
        public String toString() {
            return "KeyAsked[" + phone + "]";
        }
    }

    /** The keeper answered what this phone asked last. */
    record KeeperAnswered(String nonce) implements Entry {}

    /** The user saw the same digits on the keeper's phone: what that key seals is believed. */
    record KeeperConfirmed(String keeper) implements Entry {}

    /**
     * This phone, the keeper, answered one that asked for the team's key.
     *
     * @param nonce of this phone, used for this once
     */
    record PhoneAnswered(String phone, String sealKey, String commitment, String nonce) implements Entry {}

    /**
     * A key of the phone's team.
     *
     * @param epoch from 1
     * @param key 32 bytes, hexadecimal
     */
    record TeamKeyKnown(int epoch, String key) implements Entry {
        /** Hides the key from logs. */
        @Override
        public String toString() {
            return "TeamKeyKnown[epoch=" + epoch + "]";
        }
    }

    /**
     * Compaction keeps a step of a trajectory whose item has left the phone, for a trajectory outlives its items.
     *
     * @param opId the item that told it
     * @param body as it was told
     */
    record StepKept(UUID opId, JsonObject body) implements Entry {}

    /**
     * Compaction keeps the counts of items of one month that have left the phone; numbers only.
     *
     * @param month as in 2026-03
     */
    record MonthKept(String month, JsonObject counts) implements Entry {}

    /**
     * What compaction keeps of items that have left the phone.
     *
     * @param nextSeq the place that the next numbered item gets
     * @param held how many items the server holds of this install
     * @param xor the exclusive or of their content hashes
     * @param lost how many of all that it took the server has lost
     * @param imported ids of imported items that have left, so that importing again adds nothing
     * @param sentBefore ids of items without a place that an earlier install may have sent
     */
    record Summarised(long nextSeq, long held, ContentHash xor, long lost, List<UUID> imported, List<UUID> sentBefore)
            implements Entry {
        public Summarised {
            imported = List.copyOf(imported);
            sentBefore = List.copyOf(sentBefore);
        }
    }
}
