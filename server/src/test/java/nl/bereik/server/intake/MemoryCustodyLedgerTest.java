package nl.bereik.server.intake;

final class MemoryCustodyLedgerTest extends CustodyLedgerContract {
    private final CustodyLedger store = new MemoryCustodyLedger();

    @Override
    CustodyLedger store() {
        return store;
    }
}
