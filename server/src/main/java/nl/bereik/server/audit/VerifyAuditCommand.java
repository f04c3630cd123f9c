package nl.bereik.server.audit;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import nl.bereik.server.BereikProperties;
import nl.bereik.server.store.StartUpException;
import nl.bereik.server.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * {@code verify-audit [--head=number:hash] [--bereik.data=folder | --bereik.mongo.uri=uri]}: checks the chain without a
 * server. Changes nothing. The embedded store can be open in one process only: beside a running server ask that one.
 */
public final class VerifyAuditCommand {
    public static final String NAME = "verify-audit";
    static final int WHOLE = 0;
    static final int BROKEN = 1;
    static final int NOT_CHECKED = 2;

    private static final String HEAD = "--head=";

    private final PrintStream out;
    private final Clock clock;

    public VerifyAuditCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @EnableConfigurationProperties(BereikProperties.class)
    static class Settings {}

    /** The exit code: 0 when the chain is whole, 1 when it is broken, 2 when it could not be checked. */
    public int run(String... arguments) {
        AuditHead noted;
        try {
            noted = List.of(arguments).stream()
                    .filter(argument -> argument.startsWith(HEAD))
                    .findFirst()
                    .map(argument -> AuditHead.parse(argument.substring(HEAD.length())))
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return notChecked(e.getMessage());
        }
        try (var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            return run(context.getBean(BereikProperties.class), noted);
        } catch (StartUpException | StoreUnavailableException e) {
            return notChecked(e.getMessage());
        }
    }

    private int run(BereikProperties properties, @Nullable AuditHead noted) {
        if (properties.mongo().uri() == null && !Files.isDirectory(properties.data())) {
            return notChecked("there is no folder " + properties.data());
        }
        try (MongoAuditAlone alone = MongoAuditAlone.open(properties)) {
            Verification found = new AuditVerifier(alone.store(), clock)
                    .look(noted)
                    .blockOptional()
                    .orElseThrow();
            return tell(found);
        }
    }

    private int notChecked(@Nullable String why) {
        out.println("The audit trail was not checked: " + why);
        return NOT_CHECKED;
    }

    private int tell(Verification found) {
        if (found instanceof Verification.Whole whole) {
            out.println("The audit trail is whole: " + whole.head().number() + " entries.");
            out.println("Keep this elsewhere and give it next time: --head=" + whole.head());
            return WHOLE;
        }
        Verification.Broken broken = (Verification.Broken) found;
        out.println("The audit trail is broken at entry " + broken.number() + ": " + words(broken.fault()) + ".");
        return BROKEN;
    }

    private static String words(Verification.Fault fault) {
        return switch (fault) {
            case MISSING -> "it was removed";
            case CHANGED -> "it was changed, or the one before it was";
            case CUT_OFF -> "this one and all that followed were removed";
            case REWRITTEN -> "it is not the one that was noted, so it or one before it was written anew";
            case STRAY -> "there are entries beside the chain";
        };
    }
}
