package nl.bereik.server.account;

final class MemorySessionsTest extends SessionsContract {
    private final Sessions store = new MemorySessions();

    @Override
    Sessions store() {
        return store;
    }
}
