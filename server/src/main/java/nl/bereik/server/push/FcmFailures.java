package nl.bereik.server.push;

import com.google.auth.Retryable;
import com.google.firebase.ErrorCode;
import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessagingException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an exception of the SDK means for the push. Of its text nothing is used. */
final class FcmFailures {
    private static final int OK = 200;
    private static final int FIRST_ERROR = 300;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** Those that pass by themselves, of the codes that all of Google's services share. */
    private static final Set<ErrorCode> PASSING = Set.of(
            ErrorCode.UNAVAILABLE,
            ErrorCode.INTERNAL,
            ErrorCode.RESOURCE_EXHAUSTED,
            ErrorCode.DEADLINE_EXCEEDED,
            ErrorCode.ABORTED,
            ErrorCode.CANCELLED);

    /** Those that are about the account, its rights or its project when Firebase says nothing of the token. */
    private static final Set<ErrorCode> OF_THE_ACCOUNT =
            Set.of(ErrorCode.UNAUTHENTICATED, ErrorCode.PERMISSION_DENIED, ErrorCode.NOT_FOUND);

    private final Clock clock;

    FcmFailures(Clock clock) {
        this.clock = clock;
    }

    PushOutcome outcome(FirebaseMessagingException e) {
        if (e.getMessagingErrorCode() == null) {
            return withoutCode(e);
        }
        return switch (e.getMessagingErrorCode()) {
            case UNREGISTERED -> new PushOutcome.Unregistered();
            case QUOTA_EXCEEDED, UNAVAILABLE, INTERNAL -> new PushOutcome.Retry(after(e.getHttpResponse()));
            case INVALID_ARGUMENT, SENDER_ID_MISMATCH ->
                new PushOutcome.Failed(e.getMessagingErrorCode().name());
            case THIRD_PARTY_AUTH_ERROR ->
                new PushOutcome.Refused(e.getMessagingErrorCode().name());
        };
    }

    private PushOutcome withoutCode(FirebaseMessagingException e) {
        @Nullable IncomingHttpResponse response = e.getHttpResponse();
        if (response == null) {
            return refusedCredentials(e) ? new PushOutcome.Refused("CREDENTIALS") : new PushOutcome.Retry(null);
        }
        int status = response.getStatusCode();
        // What answered in a way that is not Firebase's was something in between.
        boolean unreadable = status >= OK && status < FIRST_ERROR;
        if (unreadable || status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || PASSING.contains(e.getErrorCode())) {
            return new PushOutcome.Retry(after(response));
        }
        return OF_THE_ACCOUNT.contains(e.getErrorCode())
                ? new PushOutcome.Refused(e.getErrorCode().name())
                : new PushOutcome.Failed(e.getErrorCode().name());
    }

    private static boolean refusedCredentials(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Retryable refused) {
                return !refused.isRetryable();
            }
        }
        return false;
    }

    /** In seconds or as a date; null when there is none that can be read. */
    private @Nullable Duration after(@Nullable IncomingHttpResponse response) {
        Object told = response == null ? null : response.getHeaders().get(FcmTransport.TOLD_RETRY_AFTER);
        Object first =
                told instanceof Collection<?> all ? all.stream().findFirst().orElse(null) : told;
        return first == null ? null : parse(first.toString().strip());
    }

    private @Nullable Duration parse(String told) {
        try {
            Duration after = told.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(told))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return after.isNegative() ? Duration.ZERO : after;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
