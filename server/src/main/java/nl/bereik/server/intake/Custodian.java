package nl.bereik.server.intake;

import java.util.List;
import java.util.stream.LongStream;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.CustodyPage;
import nl.bereik.server.install.Install;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells what is held of an install. Publishers error with StoreUnavailableException. */
@Component
public final class Custodian {
    /** Blocks in a page. */
    private static final int PAGE_BLOCKS = 4;

    private final CustodyLedger ledger;

    public Custodian(CustodyLedger ledger) {
        this.ledger = ledger;
    }

    /** The sum of what is held; never empty. */
    public Mono<Custody> custody(Install install) {
        return ledger.read(install.id(), List.of()).map(InstallLedger::custody);
    }

    /** The items held from this place on, some blocks of them; never empty. */
    public Mono<CustodyPage> page(Install install, long from) {
        long first = InstallLedger.blockOf(from);
        List<Long> inEachBlock = LongStream.range(first, first + PAGE_BLOCKS)
                .map(block -> block * InstallLedger.BLOCK + 1)
                .boxed()
                .toList();
        long to = (first + PAGE_BLOCKS) * InstallLedger.BLOCK;
        return ledger.read(install.id(), inEachBlock)
                .map(known -> new CustodyPage(
                        known.between(from, to).stream()
                                .filter(LedgerEntry::isHeld)
                                .map(entry -> new CustodyPage.Held(entry.opSeq(), entry.hash()))
                                .toList(),
                        to < known.end() ? to + 1 : null));
    }
}
