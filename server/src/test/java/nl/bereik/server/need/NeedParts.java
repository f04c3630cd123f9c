package nl.bereik.server.need;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What is done with needs, over memory. Not scanned. */
@Import({
    MemoryNeedStore.class,
    MemoryRings.class,
    NeedBell.class,
    NeedAudit.class,
    NeedDesk.class,
    Holders.class,
    AlertPlan.class,
    AlertTimes.class
})
public class NeedParts {
    @Bean
    NeedProperties needProperties() {
        return NeedProperties.USUAL;
    }
}
