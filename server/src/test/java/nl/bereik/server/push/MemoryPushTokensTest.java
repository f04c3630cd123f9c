package nl.bereik.server.push;

final class MemoryPushTokensTest extends PushTokensContract {
    private final PushTokens store = new MemoryPushTokens();

    @Override
    PushTokens store() {
        return store;
    }
}
