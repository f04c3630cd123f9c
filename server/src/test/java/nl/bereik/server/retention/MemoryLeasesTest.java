package nl.bereik.server.retention;

final class MemoryLeasesTest extends LeasesContract {
    private final Leases port = new MemoryLeases();

    @Override
    Leases leases() {
        return port;
    }
}
