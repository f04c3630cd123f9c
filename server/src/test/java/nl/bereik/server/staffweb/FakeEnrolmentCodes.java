package nl.bereik.server.staffweb;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.server.enrolment.EnrolmentCodes;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Issues codes from a seed and remembers them. */
final class FakeEnrolmentCodes implements EnrolmentCodes {
    final List<EnrolmentCode> issued = new CopyOnWriteArrayList<>();
    final List<String> holders = new CopyOnWriteArrayList<>();
    private final Random random = new Random(7);

    @Override
    public Mono<EnrolmentCode> issue(String team, @Nullable String holder, @Nullable Duration goodFor) {
        return Mono.fromSupplier(() -> {
            EnrolmentCode code = EnrolmentCode.random(random);
            issued.add(code);
            if (holder != null) {
                holders.add(holder);
            }
            return code;
        });
    }

    String last() {
        return issued.get(issued.size() - 1).display();
    }
}
