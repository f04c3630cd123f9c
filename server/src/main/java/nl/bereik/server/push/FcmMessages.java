package nl.bereik.server.push;

import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.ApsAlert;
import com.google.firebase.messaging.Message;
import java.time.Clock;
import java.time.Duration;

/**
 * Pushes in Firebase's words, under the keys that Gluon Attach reads on a phone. One that a phone has not got yet is
 * replaced by the next, and after a day it is dropped.
 */
final class FcmMessages {
    static final Duration LIFETIME = Duration.ofHours(24);
    static final String COLLAPSE_KEY = "bereik";

    private static final String APNS_NOW = "10";
    private static final String APNS_SOON = "5";

    private final PushProperties words;
    private final Clock clock;

    FcmMessages(PushProperties words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    Message of(PushToken token, Push push) {
        Message.Builder message = Message.builder()
                .setToken(token.text())
                .putData("id", push.id().toString())
                .putData("title", words.title())
                .putData("body", words.body())
                .putData("silent", "false");
        switch (token.platform()) {
            case ANDROID -> message.setAndroidConfig(android(push));
            case IOS -> message.setApnsConfig(apns(push));
        }
        return message.build();
    }

    private static AndroidConfig android(Push push) {
        return AndroidConfig.builder()
                .setCollapseKey(COLLAPSE_KEY)
                .setTtl(LIFETIME.toMillis())
                .setPriority(push.urgent() ? AndroidConfig.Priority.HIGH : AndroidConfig.Priority.NORMAL)
                .build();
    }

    private ApnsConfig apns(Push push) {
        return ApnsConfig.builder()
                .putHeader("apns-push-type", "alert")
                .putHeader("apns-priority", push.urgent() ? APNS_NOW : APNS_SOON)
                .putHeader("apns-collapse-id", COLLAPSE_KEY)
                .putHeader(
                        "apns-expiration",
                        Long.toString(clock.instant().plus(LIFETIME).getEpochSecond()))
                .setAps(Aps.builder()
                        .setAlert(ApsAlert.builder()
                                .setTitle(words.title())
                                .setBody(words.body())
                                .build())
                        .build())
                .build();
    }
}
