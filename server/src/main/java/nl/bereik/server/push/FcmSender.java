package nl.bereik.server.push;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import nl.bereik.server.store.StartUpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Sends through the Firebase Admin SDK, which blocks: on threads of its own, a few at a time. What waits for one is
 * bounded as well; what comes on top is told to come back.
 */
final class FcmSender implements PushSender, DisposableBean {
    /** For one exchange. A send is mostly one; when the access token is refused, the SDK fetches others, four times. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(FcmSender.class);
    private static final int AT_A_TIME = 32;
    private static final int WAITING = 10_000;
    private static final int IDLE_SECONDS = 60;
    private static final PushOutcome LATER = new PushOutcome.Retry(null);

    private final FirebaseApp app;
    private final FirebaseMessaging messaging;
    private final FcmMessages messages;
    private final FcmFailures failures;
    private final Scheduler threads;
    private final Clock clock;
    private final AtomicReference<@Nullable PushRefusal> refusal = new AtomicReference<>();

    /** @param project the Firebase project's id */
    FcmSender(
            GoogleCredentials credentials,
            String project,
            HttpTransport transport,
            PushProperties properties,
            Clock clock) {
        FirebaseOptions options = FirebaseOptions.builder()
                .setCredentials(credentials)
                .setProjectId(project)
                .setHttpTransport(transport)
                .setJsonFactory(GsonFactory.getDefaultInstance())
                .build();
        this.app = FirebaseApp.initializeApp(options, "bereik-" + UUID.randomUUID());
        this.messaging = FirebaseMessaging.getInstance(app);
        this.messages = new FcmMessages(properties, clock);
        this.failures = new FcmFailures(clock);
        this.clock = clock;
        this.threads = Schedulers.newBoundedElastic(AT_A_TIME, WAITING, "push", IDLE_SECONDS, true);
    }

    /** @throws StartUpException when the file is no service account's */
    static FcmSender open(Path credentials, PushProperties properties, Clock clock) {
        return open(credentials, properties, clock, new FcmTransport(UnaryOperator.identity(), PATIENCE));
    }

    static FcmSender open(Path credentials, PushProperties properties, Clock clock, HttpTransport transport) {
        try (InputStream json = Files.newInputStream(credentials)) {
            GoogleCredentials read = GoogleCredentials.fromStream(json, () -> transport);
            if (!(read instanceof ServiceAccountCredentials)) {
                throw new IOException("another kind of account");
            }
            ServiceAccountCredentials account = ((ServiceAccountCredentials) read)
                    .toBuilder().setDefaultRetriesEnabled(false).build();
            if (account.getProjectId() == null) {
                throw new IOException("no project_id");
            }
            return new FcmSender(account, account.getProjectId(), transport, properties, clock);
        } catch (IOException | IllegalArgumentException e) {
            // Not as its cause: what was read is quoted there.
            throw new StartUpException(
                    "bereik.push.credentials is not the readable JSON file of a service account: "
                            + e.getClass().getSimpleName(),
                    null);
        }
    }

    @Override
    public Mono<PushOutcome> send(PushToken token, Push push) {
        return Mono.fromCallable(() -> exchange(token, push))
                .subscribeOn(threads)
                .onErrorReturn(RejectedExecutionException.class, LATER)
                .doOnNext(this::note);
    }

    private PushOutcome exchange(PushToken token, Push push) {
        try {
            Message message = messages.of(token, push);
            return exchange(message);
        } catch (RuntimeException | LinkageError e) {
            // A fault of ours; as an error it would end more than this push.
            return new PushOutcome.Failed(e.getClass().getSimpleName());
        }
    }

    private PushOutcome exchange(Message message) {
        try {
            messaging.send(message);
            return new PushOutcome.Delivered();
        } catch (FirebaseMessagingException e) {
            return failures.outcome(e);
        } catch (IllegalArgumentException e) {
            // So the SDK takes an answer with a code that it does not know.
            return LATER;
        }
    }

    /** Codes only: the SDK's messages quote what was sent. */
    private void note(PushOutcome outcome) {
        if (outcome instanceof PushOutcome.Failed failed) {
            LOG.warn("push failed: {}", failed.code());
        } else if (outcome instanceof PushOutcome.Retry) {
            LOG.info("push put off");
        } else if (outcome instanceof PushOutcome.Refused refused) {
            LOG.warn("push refused: {}", refused.code());
            refusal.set(new PushRefusal(refused.code(), clock.instant()));
        } else if (outcome instanceof PushOutcome.Delivered && refusal.getAndSet(null) != null) {
            LOG.info("pushes are taken again");
        }
    }

    @Override
    public Optional<PushRefusal> refusal() {
        return Optional.ofNullable(refusal.get());
    }

    @Override
    public boolean reachesPhones() {
        return true;
    }

    @Override
    public void destroy() {
        threads.dispose();
        app.delete();
    }
}
