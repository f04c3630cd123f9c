package nl.bereik.mobile.attachpush;

import com.gluonhq.attach.pushnotifications.PushNotificationsService;
import com.gluonhq.attach.util.Platform;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import nl.bereik.mobile.device.PushRegistration;
import org.jspecify.annotations.Nullable;

/** The token that Firebase or Apple gives this device, through Gluon Attach. Found by the service loader. */
public final class AttachPushRegistration implements PushRegistration {
    private final Optional<PushNotificationsService> service = PushNotificationsService.create();
    private @Nullable ChangeListener<String> listener;

    @Override
    public Optional<nl.bereik.protocol.push.Platform> platform() {
        return service.map(there -> Platform.isIOS()
                ? nl.bereik.protocol.push.Platform.IOS
                : nl.bereik.protocol.push.Platform.ANDROID);
    }

    @Override
    public void register(Consumer<String> token) {
        service.ifPresent(there -> {
            synchronized (this) {
                if (listener != null) {
                    there.tokenProperty().removeListener(listener);
                }
                listener = (property, before, now) -> tell(now, token);
                there.tokenProperty().addListener(listener);
            }
            tell(there.tokenProperty().get(), token);
            there.register();
        });
    }

    private static void tell(@Nullable String now, Consumer<String> token) {
        if (now != null && !now.isEmpty()) {
            token.accept(now);
        }
    }
}
