package nl.bereik.server.work;

final class MemoryLeasesTest extends LeasesContract {
    private final Leases port = new MemoryLeases();

    @Override
    Leases leases() {
        return port;
    }
}
