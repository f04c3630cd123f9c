package nl.bereik.server.target;

final class MemoryTargetStoreTest extends TargetStoreContract {
    private final TargetStore targets = new MemoryTargetStore();

    @Override
    TargetStore targets() {
        return targets;
    }
}
