package nl.bereik.server.contact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Updates;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.reach.ReportingPeriod;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes to many contacts at once that hold only while nothing more is told of them. */
final class MongoMarks {
    /** So that pushes do not wait long for their turn to write. */
    private static final int WRITTEN_AT_ONCE = 500;

    private MongoMarks() {}

    /** What is to be written alike. */
    private record MarkDocument(
            long rev, Counted counted, @Nullable String late) {
        static MarkDocument of(Standing standing) {
            LocalDate late = standing.late();
            return new MarkDocument(
                    standing.of().rev(),
                    standing.counted(),
                    late == null ? null : ReportingPeriod.halfYearOf(late).name());
        }

        Bson update() {
            return Updates.combine(
                    Updates.unset(ContactDocument.UNCOUNTED),
                    Updates.set(ContactDocument.COUNTED, ContactDocument.write(counted)),
                    late == null ? Updates.unset(ContactDocument.LATE) : Updates.set(ContactDocument.LATE, late));
        }
    }

    static Mono<Void> mark(MongoCollection<Document> contacts, Collection<Standing> standings) {
        Map<MarkDocument, List<String>> alike = new LinkedHashMap<>();
        standings.forEach(standing -> alike.computeIfAbsent(MarkDocument.of(standing), any -> new ArrayList<>())
                .add(standing.of().opId().toString()));
        return Flux.fromIterable(alike.entrySet())
                .concatMap(same -> Flux.fromIterable(same.getValue())
                        .buffer(WRITTEN_AT_ONCE)
                        .concatMap(ids -> contacts.updateMany(
                                at(ids, same.getKey().rev()), same.getKey().update())))
                .then();
    }

    static Mono<Void> takeIn(MongoCollection<Document> contacts, Map<UUID, Counted> taken) {
        Map<Counted, List<String>> alike = new LinkedHashMap<>();
        taken.forEach((id, counted) ->
                alike.computeIfAbsent(counted, any -> new ArrayList<>()).add(id.toString()));
        return Flux.fromIterable(alike.entrySet())
                .concatMap(same -> Flux.fromIterable(same.getValue())
                        .buffer(WRITTEN_AT_ONCE)
                        .concatMap(ids -> contacts.updateMany(
                                in("_id", ids),
                                Updates.combine(
                                        Updates.set(ContactDocument.COUNTED, ContactDocument.write(same.getKey())),
                                        Updates.unset(ContactDocument.LATE),
                                        Updates.set(ContactDocument.UNCOUNTED, true),
                                        Updates.inc(ContactDocument.REV, 1L)))))
                .then();
    }

    static Mono<Long> remove(MongoCollection<Document> contacts, Collection<CountableContact> read) {
        Map<Long, List<String>> byRev = new LinkedHashMap<>();
        read.forEach(contact -> byRev.computeIfAbsent(contact.rev(), any -> new ArrayList<>())
                .add(contact.opId().toString()));
        return Flux.fromIterable(byRev.entrySet())
                .concatMap(same -> Flux.fromIterable(same.getValue())
                        .buffer(WRITTEN_AT_ONCE)
                        .concatMap(ids -> contacts.deleteMany(
                                and(at(ids, same.getKey()), exists(ContactDocument.UNCOUNTED, false)))))
                .map(DeleteResult::getDeletedCount)
                .reduce(0L, Long::sum);
    }

    private static Bson at(List<String> ids, long rev) {
        return and(in("_id", ids), eq(ContactDocument.REV, rev));
    }
}
