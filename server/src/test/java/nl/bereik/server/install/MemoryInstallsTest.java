package nl.bereik.server.install;

final class MemoryInstallsTest extends InstallsContract {
    private final Installs store = new MemoryInstalls();

    @Override
    Installs store() {
        return store;
    }
}
