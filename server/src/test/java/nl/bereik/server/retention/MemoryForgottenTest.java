package nl.bereik.server.retention;

final class MemoryForgottenTest extends ForgottenContract {
    private final Forgotten port = new MemoryForgotten();

    @Override
    Forgotten forgotten() {
        return port;
    }
}
