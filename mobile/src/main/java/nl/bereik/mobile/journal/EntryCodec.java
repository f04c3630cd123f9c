package nl.bereik.mobile.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.mobile.journal.JournalException.Reason;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.WireTime;
import org.jspecify.annotations.Nullable;

/** Entries as JSON objects whose member {@code entry} names their type. */
public final class EntryCodec {
    private EntryCodec() {}

    public static byte[] encode(Entry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (entry instanceof Entry.Saved saved) {
            json.put("entry", "saved");
            json.put("opId", saved.opId().toString());
            json.put("kind", saved.kind());
            json.put("schema", saved.schema());
            json.put("body", saved.body());
            if (saved.note() != null) {
                json.put("note", saved.note());
            }
            json.put("at", saved.at().toString());
            if (saved.imported()) {
                json.put("imported", true);
            }
            if (saved.replaces() != null) {
                json.put("replaces", saved.replaces().toString());
            }
        } else if (entry instanceof Entry.Withdrawn withdrawn) {
            json.put("entry", "withdrawn");
            json.put("opId", withdrawn.opId().toString());
        } else if (entry instanceof Entry.Numbered numbered) {
            json.put("entry", "numbered");
            json.put("from", numbered.from());
            json.put("opIds", texts(numbered.opIds()));
        } else if (entry instanceof Entry.Settled settled) {
            json.put("entry", "settled");
            json.put("at", settled.at().toString());
            json.put(
                    "outcomes",
                    settled.outcomes().stream().map(ItemOutcome::toJson).toList());
        } else if (entry instanceof Entry.Synced synced) {
            json.put("entry", "synced");
            json.put("at", synced.at().toString());
            if (synced.provedAt() != null) {
                json.put("provedAt", synced.provedAt().toString());
            }
        } else if (entry instanceof Entry.KeyMade made) {
            json.put("entry", "keyMade");
            json.put("server", made.server());
            json.put("privateKey", made.privateKey());
        } else if (entry instanceof Entry.Enrolled enrolled) {
            json.put("entry", "enrolled");
            json.put("installId", enrolled.installId());
            json.put("team", enrolled.team());
            if (!enrolled.approved()) {
                json.put("approved", false);
            }
        } else if (entry instanceof Entry.Approval approval) {
            json.put("entry", "approval");
            json.put("given", approval.given());
        } else if (entry instanceof Entry.ServerMoved moved) {
            json.put("entry", "serverMoved");
            json.put("server", moved.server());
        } else if (entry instanceof Entry.SentAgain again) {
            json.put("entry", "sentAgain");
            json.put("opIds", texts(again.opIds()));
        } else if (entry instanceof Entry.Lost lost) {
            json.put("entry", "lost");
            json.put("held", lost.held());
            json.put("xor", lost.xor().toString());
            json.put("lost", lost.lost());
        } else if (entry instanceof Entry.Pulled pulled) {
            json.put("entry", "pulled");
            json.put("record", pulled.record().toJson());
        } else if (entry instanceof Entry.Gone gone) {
            json.put("entry", "gone");
            json.put("ids", gone.ids());
        } else if (entry instanceof Entry.ClockSeen seen) {
            json.put("entry", "clockSeen");
            json.put("at", seen.at().toString());
            json.put("usedSeconds", seen.usedSeconds());
        } else if (entry instanceof Entry.Revoked revoked) {
            json.put("entry", "revoked");
            json.put("at", revoked.at().toString());
        } else if (entry instanceof Entry.SettingChosen chosen) {
            json.put("entry", "settingChosen");
            json.put("name", chosen.name());
            json.put("value", chosen.value());
        } else if (entry instanceof Entry.ImportSecretMade made) {
            json.put("entry", "importSecretMade");
            json.put("secret", made.secret());
        } else if (entry instanceof Entry.SealKeyMade made) {
            json.put("entry", "sealKeyMade");
            json.put("privateKey", made.privateKey());
        } else if (entry instanceof Entry.TeamKeyMade made) {
            json.put("entry", "teamKeyMade");
            json.put("epoch", made.epoch());
            json.put("key", made.key());
        } else if (entry instanceof Entry.RosterKnown roster) {
            json.put("entry", "rosterKnown");
            json.put("sealKeys", JsonObject.of(roster.sealKeys()));
        } else if (entry instanceof Entry.KeyAsked asked) {
            json.put("entry", "keyAsked");
            json.put("phone", asked.phone());
            json.put("keeper", asked.keeper());
            json.put("nonce", asked.nonce());
        } else if (entry instanceof Entry.KeeperAnswered answered) {
            json.put("entry", "keeperAnswered");
            json.put("nonce", answered.nonce());
        } else if (entry instanceof Entry.KeeperConfirmed confirmed) {
            json.put("entry", "keeperConfirmed");
            json.put("keeper", confirmed.keeper());
        } else if (entry instanceof Entry.PhoneAnswered answered) {
            json.put("entry", "phoneAnswered");
            json.put("phone", answered.phone());
            json.put("sealKey", answered.sealKey());
            json.put("commitment", answered.commitment());
            json.put("nonce", answered.nonce());
        } else if (entry instanceof Entry.TeamKeyKnown known) {
            json.put("entry", "teamKeyKnown");
            json.put("epoch", known.epoch());
            json.put("key", known.key());
        } else if (entry instanceof Entry.StepKept kept) {
            json.put("entry", "stepKept");
            json.put("opId", kept.opId().toString());
            json.put("body", kept.body());
        } else if (entry instanceof Entry.MonthKept kept) {
            json.put("entry", "monthKept");
            json.put("month", kept.month());
            json.put("counts", kept.counts());
        } else if (entry instanceof Entry.Summarised summarised) {
            json.put("entry", "summarised");
            json.put("nextSeq", summarised.nextSeq());
            json.put("held", summarised.held());
            json.put("xor", summarised.xor().toString());
            json.put("lost", summarised.lost());
            json.put("imported", texts(summarised.imported()));
            json.put("sentBefore", texts(summarised.sentBefore()));
        }
        return JsonObject.of(json).bytes();
    }

    /** @throws JournalException when the entry is of a type that this version does not know */
    public static Entry decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        return switch (json.text("entry")) {
            case "saved" ->
                new Entry.Saved(
                        UUID.fromString(json.text("opId")),
                        json.text("kind"),
                        Math.toIntExact(json.number("schema")),
                        json.object("body"),
                        json.optionalText("note"),
                        WireTime.parse(json.text("at")),
                        json.get("imported") != null,
                        replaced(json));
            case "withdrawn" -> new Entry.Withdrawn(UUID.fromString(json.text("opId")));
            case "numbered" -> new Entry.Numbered(json.number("from"), ids(json, "opIds"));
            case "settled" ->
                new Entry.Settled(
                        at(json),
                        json.list("outcomes", JsonObject.class).stream()
                                .map(ItemOutcome::fromJson)
                                .toList());
            case "synced" -> new Entry.Synced(at(json), proved(json));
            case "keyMade" -> new Entry.KeyMade(json.text("server"), json.object("privateKey"));
            case "enrolled" ->
                new Entry.Enrolled(
                        json.text("installId"),
                        json.text("team"),
                        json.get("approved") == null || json.flag("approved"));
            case "approval" -> new Entry.Approval(json.flag("given"));
            case "serverMoved" -> new Entry.ServerMoved(json.text("server"));
            case "sentAgain" -> new Entry.SentAgain(ids(json, "opIds"));
            case "lost" ->
                new Entry.Lost(json.number("held"), ContentHash.parse(json.text("xor")), json.number("lost"));
            case "pulled" -> new Entry.Pulled(StateRecord.fromJson(json.object("record")));
            case "gone" -> new Entry.Gone(json.list("ids", String.class));
            // Written by the first version, which pulled nothing else.
            case "referencePulled" ->
                new Entry.Pulled(StateRecord.of(ReferenceData.KIND, ReferenceData.KIND, json.object("data")));
            case "clockSeen" -> new Entry.ClockSeen(at(json), json.number("usedSeconds"));
            case "revoked" -> new Entry.Revoked(at(json));
            case "settingChosen" -> new Entry.SettingChosen(json.text("name"), json.text("value"));
            case "importSecretMade" -> new Entry.ImportSecretMade(json.text("secret"));
            case "sealKeyMade" -> new Entry.SealKeyMade(json.text("privateKey"));
            case "teamKeyMade" -> new Entry.TeamKeyMade(Math.toIntExact(json.number("epoch")), json.text("key"));
            case "rosterKnown" -> new Entry.RosterKnown(texts(json.object("sealKeys")));
            case "keyAsked" -> new Entry.KeyAsked(json.text("phone"), json.text("keeper"), json.text("nonce"));
            case "keeperAnswered" -> new Entry.KeeperAnswered(json.text("nonce"));
            case "keeperConfirmed" -> new Entry.KeeperConfirmed(json.text("keeper"));
            case "phoneAnswered" ->
                new Entry.PhoneAnswered(
                        json.text("phone"), json.text("sealKey"), json.text("commitment"), json.text("nonce"));
            case "teamKeyKnown" -> new Entry.TeamKeyKnown(Math.toIntExact(json.number("epoch")), json.text("key"));
            case "stepKept" -> new Entry.StepKept(UUID.fromString(json.text("opId")), json.object("body"));
            case "monthKept" -> new Entry.MonthKept(json.text("month"), json.object("counts"));
            case "summarised" ->
                new Entry.Summarised(
                        json.number("nextSeq"),
                        json.number("held"),
                        ContentHash.parse(json.text("xor")),
                        json.get("lost") == null ? 0 : json.number("lost"),
                        ids(json, "imported"),
                        json.get("sentBefore") == null ? List.of() : ids(json, "sentBefore"));
            default -> throw new JournalException(Reason.NEWER_VERSION, "a newer Bereik wrote this journal");
        };
    }

    private static @Nullable UUID replaced(JsonObject json) {
        String opId = json.optionalText("replaces");
        return opId == null ? null : UUID.fromString(opId);
    }

    private static @Nullable Instant proved(JsonObject json) {
        String at = json.optionalText("provedAt");
        return at == null ? null : WireTime.parse(at);
    }

    private static Instant at(JsonObject json) {
        return WireTime.parse(json.text("at"));
    }

    private static Map<String, String> texts(JsonObject json) {
        return json.members().keySet().stream().collect(Collectors.toUnmodifiableMap(name -> name, json::text));
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static List<UUID> ids(JsonObject json, String name) {
        return json.list(name, String.class).stream().map(UUID::fromString).toList();
    }
}
