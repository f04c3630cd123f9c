package nl.bereik.mobile.device;

import com.gluonhq.attach.display.DisplayService;
import com.gluonhq.attach.lifecycle.LifecycleEvent;
import com.gluonhq.attach.lifecycle.LifecycleService;
import com.gluonhq.attach.share.ShareService;
import com.gluonhq.attach.storage.StorageService;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The device through Gluon Attach; each of its services may be missing. */
final class AttachDevice implements Device {
    /** Attach tells that there is a notch, not how high it is; this clears those of the phones on the market. */
    private static final double NOTCH_HEIGHT = 44;

    @Override
    public Optional<Path> privateStorage() {
        return StorageService.create()
                .flatMap(StorageService::getPrivateStorage)
                .map(File::toPath);
    }

    @Override
    public void onPause(Runnable listener) {
        LifecycleService.create().ifPresent(service -> service.addListener(LifecycleEvent.PAUSE, listener));
    }

    @Override
    public boolean fillsScreen() {
        return DisplayService.create().map(DisplayService::isPhone).orElse(false);
    }

    @Override
    public double coveredTop() {
        return DisplayService.create().filter(DisplayService::hasNotch).isPresent() ? NOTCH_HEIGHT : 0;
    }

    @Override
    public PushRegistration push() {
        return PushRegistration.attached();
    }

    @Override
    public Path handOut(String name, byte[] content) throws IOException {
        Path folder = StorageService.create()
                .flatMap(service -> service.getPublicStorage("Documents"))
                .map(File::toPath)
                .orElseGet(() -> Path.of(System.getProperty("user.home", ".")));
        Files.createDirectories(folder);
        Path file = Files.write(folder.resolve(name), content);
        ShareService.create().ifPresent(service -> service.share("text/plain", file.toFile()));
        return file;
    }
}
