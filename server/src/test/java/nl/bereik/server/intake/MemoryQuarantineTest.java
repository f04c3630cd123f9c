package nl.bereik.server.intake;

final class MemoryQuarantineTest extends QuarantineContract {
    private final Quarantine store = new MemoryQuarantine();

    @Override
    Quarantine store() {
        return store;
    }
}
