package nl.bereik.server.period;

final class MemoryPeriodSealsTest extends PeriodSealsContract {
    private final PeriodSeals seals = new MemoryPeriodSeals();

    @Override
    PeriodSeals seals() {
        return seals;
    }
}
