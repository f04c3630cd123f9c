package nl.bereik.server.benchmark;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What runs came to, as a table: ratios first, absolute figures beside them. */
record Comparison(List<Run> runs) {
    /**
     * One run.
     *
     * @param resident memory of Bereik's server process at the end, in MB
     * @param peer null when it was left out
     * @param bodyBytes mean size of a record's JSON
     */
    record Run(
            Side bereik,
            double resident,
            RawDriver.Rates raw,
            @Nullable Side peer,
            double bodyBytes) {}

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%d runs, each: %d records to warm up, then %d from one phone, then %d x %d at once; bodies of %.0f bytes%n",
                runs.size(),
                BenchmarkRecords.WARM_UP,
                BenchmarkRecords.ONE_PHONE,
                BenchmarkRecords.PHONES,
                BenchmarkRecords.PER_PHONE,
                median(Run::bodyBytes));
        out.println("| measure | ratio, median (each run) | aim | Bereik | beside it |");
        out.println("|---|---|---|---|---|");
        peerRow(out, "records/s, one phone, to PouchDB", "at least 3", Side::oneRate);
        peerRow(out, "records/s, 50 phones at once, to PouchDB", "at least 3", Side::manyRate);
        peerRow(out, "bytes a record up, to PouchDB", "at most 0.2", Side::up);
        peerRow(out, "bytes a record down, to PouchDB", "", Side::down);
        peerRow(out, "ms, p99 of a request with 100 records, 50 at once, to PouchDB", "at most 1", Side::bulkP99);
        peerRow(out, "ms, p99 of a whole sync of 100 records, 50 at once, to PouchDB", "at most 1", Side::clientP99);
        peerRow(out, "requests of a no-change sync, to PouchDB", "1 request", Side::idleRequests);
        peerRow(out, "bytes of a no-change sync, to PouchDB", "at most 600 bytes", Side::idleBytes);
        peerRow(out, "MB, server's peak memory after the one phone, to PouchDB", "", Side::peak);
        row(out, "MB, server's memory at the end", "", Run::resident, null);
        row(
                out,
                "records/s, one phone, to the driver's bulk insert",
                "at least 0.5",
                run -> run.bereik().oneRate(),
                run -> run.raw().one());
        row(
                out,
                "records/s, 50 phones at once, to the driver's bulk insert, 50 at once",
                "at least 0.5",
                run -> run.bereik().manyRate(),
                run -> run.raw().many());
    }

    private void peerRow(PrintStream out, String measure, String aim, ToDoubleFunction<Side> figure) {
        boolean beside = runs.stream().allMatch(run -> run.peer() != null);
        row(
                out,
                measure,
                aim,
                run -> figure.applyAsDouble(run.bereik()),
                beside ? run -> run.peer() == null ? 0 : figure.applyAsDouble(run.peer()) : null);
    }

    private void row(
            PrintStream out,
            String measure,
            String aim,
            ToDoubleFunction<Run> bereik,
            @Nullable ToDoubleFunction<Run> other) {
        String ratio = "";
        String beside = "";
        if (other != null) {
            ToDoubleFunction<Run> each = run -> bereik.applyAsDouble(run) / other.applyAsDouble(run);
            ratio = String.format(
                    Locale.ROOT,
                    "%.2f (%s)",
                    median(each),
                    String.join(
                            ", ",
                            runs.stream()
                                    .map(run -> String.format(Locale.ROOT, "%.2f", each.applyAsDouble(run)))
                                    .toList()));
            beside = String.format(Locale.ROOT, "%.0f", median(other));
        }
        out.printf(Locale.ROOT, "| %s | %s | %s | %.0f | %s |%n", measure, ratio, aim, median(bereik), beside);
    }

    private double median(ToDoubleFunction<Run> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
