package nl.bereik.server.enrolment;

final class MemoryCodeStoreTest extends CodeStoreContract {
    private final CodeStore store = new MemoryCodeStore();

    @Override
    CodeStore store() {
        return store;
    }
}
