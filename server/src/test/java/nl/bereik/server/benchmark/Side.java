package nl.bereik.server.benchmark;

import java.util.List;

/**
 * What one of the two came to in one run. Times in milliseconds, memory of the server process in MB.
 *
 * @param oneRate records a second from one client with all its records
 * @param manyRate records a second from all clients at once
 * @param up bytes a record from client to server on the socket, everything included
 * @param down as {@code up}, the other way
 * @param idleRequests requests of a sync in which nothing changed
 * @param idleBytes bytes of that, both ways
 * @param bulkP99 the slowest of a hundred requests that carry 100 records, from all clients at once
 * @param clientP99 the slowest of a hundred whole syncs of 100 records, from all clients at once
 * @param peak the most memory that was ever resident
 */
record Side(
        double oneRate,
        double manyRate,
        double up,
        double down,
        double idleRequests,
        double idleBytes,
        double bulkP99,
        double clientP99,
        double peak) {

    static double rate(long records, long nanos) {
        return records * 1e9 / nanos;
    }

    /** The 99th percentile in milliseconds, counted as the peer's script does. */
    static double p99(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1) / 1e6;
    }
}
