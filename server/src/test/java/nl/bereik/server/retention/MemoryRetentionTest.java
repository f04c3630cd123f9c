package nl.bereik.server.retention;

import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.intake.CustodyLedger;
import nl.bereik.server.intake.MemoryCustodyLedger;
import nl.bereik.server.intake.MemoryQuarantine;
import nl.bereik.server.intake.Quarantine;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.work.Leases;
import nl.bereik.server.work.MemoryLeases;
import org.junit.jupiter.api.Test;

final class MemoryRetentionTest extends RetentionContract {
    private final ContactStore contacts = new MemoryContactStore();
    private final Quarantine quarantine = new MemoryQuarantine();
    private final CustodyLedger ledger = new MemoryCustodyLedger();
    private final PeriodSeals seals = new MemoryPeriodSeals();
    private final MemoryForgotten forgotten = new MemoryForgotten();
    private final Leases leases = new MemoryLeases();

    @Test
    void whatIsOfTodayIsNotAskedFor() {
        push(install(), item(1, 1, contact(LocalDate.parse("2025-05-14"), Channel.STREET)));
        assertThat(forgotten.asked()).isZero();
        push(install(), item(2, 2, contact(LocalDate.parse("2025-03-14"), Channel.STREET)));
        assertThat(forgotten.asked()).isEqualTo(1);
    }

    @Override
    ContactStore contacts() {
        return contacts;
    }

    @Override
    Quarantine quarantine() {
        return quarantine;
    }

    @Override
    CustodyLedger ledger() {
        return ledger;
    }

    @Override
    PeriodSeals seals() {
        return seals;
    }

    @Override
    Forgotten forgotten() {
        return forgotten;
    }

    @Override
    Leases leases() {
        return leases;
    }

    @Override
    void loseForgotten() {
        forgotten.clear();
    }
}
