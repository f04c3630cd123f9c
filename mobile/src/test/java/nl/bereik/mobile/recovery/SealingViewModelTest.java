package nl.bereik.mobile.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.recovery.SealingViewModel.Told;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.recovery.RecoveryFile;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.PushBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealingViewModelTest {
    @TempDir
    private Path folder;

    private Phone phone;

    @BeforeEach
    void open() {
        phone = Phone.open(
                PhoneSamples.parts(folder.resolve("phone"), new MovableClock(PhoneSamples.EVENING)), PhoneSamples.PIN);
        PhoneSamples.enrol(phone);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void whatWaitsIsHandedOutForTheServerAloneAndGoesOnWaiting() throws Exception {
        ECKey server = pullKey();
        List<UUID> saved = new ArrayList<>();
        saved.add(phone.outbox().save(PhoneSamples.contact()));
        saved.add(phone.outbox().save(PhoneSamples.contact()));
        SealingViewModel model = model(folder);
        assertThat(model.waiting()).isEqualTo(2);

        model.seal();

        Path file = folder.resolve("sealed-2026-03-06.txt");
        assertThat(model.toldProperty().get()).isEqualTo(new Told.HandedOut(file, 2));
        assertThat(model.waiting()).isEqualTo(2);
        JWEObject sealed = JWEObject.parse(Files.readString(file));
        sealed.decrypt(new ECDHDecrypter(server));
        byte[] packed =
                JWSObject.parse(sealed.getPayload().toString()).getPayload().toBytes();
        byte[] batch = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        assertThat(PushBatch.decode(batch))
                .extracting(element -> element.item().orElseThrow().opId())
                .isEqualTo(saved);
    }

    @Test
    void withoutTheServersKeyNothingIsHandedOut() throws IOException {
        phone.outbox().save(PhoneSamples.contact());
        SealingViewModel model = model(folder);
        model.seal();
        assertThat(model.toldProperty().get()).isEqualTo(new Told.TooEarly());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("phone"));
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() throws Exception {
        pullKey();
        phone.outbox().save(PhoneSamples.contact());
        SealingViewModel model = model(folder.resolve("not there"));
        model.seal();
        assertThat(model.toldProperty().get()).isEqualTo(new Told.Failed());
    }

    private ECKey pullKey() throws Exception {
        ECKey server = new ECKeyGenerator(Curve.P_256).generate();
        StateRecord key = StateRecord.of(
                RecoveryFile.KEY_KIND,
                RecoveryFile.KEY_KIND,
                Json.readObject(server.toPublicJWK().toJSONString()));
        phone.state().pulled(new StateReply(List.of(key), List.of()));
        return server;
    }

    private SealingViewModel model(Path handedOutTo) {
        return new SealingViewModel(
                phone, (name, content) -> Files.write(handedOutTo.resolve(name), content), Background.direct());
    }
}
