package nl.bereik.server.wipe;

final class MemoryWipeOrdersTest extends WipeOrdersContract {
    private final WipeOrders store = new MemoryWipeOrders();

    @Override
    WipeOrders store() {
        return store;
    }
}
