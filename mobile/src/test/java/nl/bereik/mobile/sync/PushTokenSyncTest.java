package nl.bereik.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.mobile.sync.SyncResult.End;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.push.Platform;
import nl.bereik.protocol.push.PushTokenPost;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A phone tells its server where it can be nudged, and tells it once. */
class PushTokenSyncTest {
    private static final URI ADDRESS = URI.create("https://bereik.example");
    private static final EnrolmentCode CODE = EnrolmentCode.parse("ABCDE-12345");
    private static final PushTokenPost ONE = new PushTokenPost("token-one", Platform.ANDROID);
    private static final PushTokenPost TWO = new PushTokenPost("token-two", Platform.ANDROID);
    private static final PushTokenPost NONE = new PushTokenPost(null, Platform.ANDROID);

    private final StandInServer server = new StandInServer();
    private MemoryDisk disk = new MemoryDisk();
    private Phone phone = PhoneSamples.open(disk);

    @BeforeEach
    void enrol() throws InterruptedException {
        assertThat(client().enrol(ADDRESS, CODE).end()).isEqualTo(End.COMPLETE);
        server.requests.clear();
    }

    @Test
    void aTokenIsToldOnceAlsoAfterARestartAndAgainWhenItChanges() throws InterruptedException {
        assertThat(phone.push().has("token-one", Platform.ANDROID)).isTrue();
        sync();
        sync();
        assertThat(server.tokens).containsExactly(ONE);
        restart();
        assertThat(phone.push().has("token-one", Platform.ANDROID)).as("known").isFalse();
        sync();
        assertThat(server.tokens).containsExactly(ONE);
        assertThat(phone.push().has("token-two", Platform.ANDROID)).isTrue();
        sync();
        assertThat(server.tokens).containsExactly(ONE, TWO);
    }

    @Test
    void aPhoneWithoutATokenTellsNothing() throws InterruptedException {
        sync();
        phone.settings().choosePush(false);
        sync();
        assertThat(server.tokens).isEmpty();
        assertThat(server.requests).as("and asks for nothing more than ever").hasSize(2);
    }

    @Test
    void turningItOffIsToldOnceAndOnAgain() throws InterruptedException {
        phone.push().has("token-one", Platform.ANDROID);
        sync();
        phone.settings().choosePush(false);
        sync();
        sync();
        assertThat(server.tokens).containsExactly(ONE, NONE);
        restart();
        sync();
        assertThat(phone.push().has("token-one", Platform.ANDROID)).isFalse();
        sync();
        assertThat(server.tokens).containsExactly(ONE, NONE);
        phone.settings().choosePush(true);
        sync();
        assertThat(server.tokens).containsExactly(ONE, NONE, ONE);
    }

    @Test
    void turnedOffWithoutCoverageItIsToldLaterThoughTheDeviceGaveNoTokenSince() throws InterruptedException {
        phone.push().has("token-one", Platform.ANDROID);
        sync();
        phone.settings().choosePush(false);
        server.tricks.add(StandInServer.noCoverage());
        assertThat(client().sync(1).end()).isEqualTo(End.NO_COVERAGE);
        restart();
        sync();
        assertThat(server.tokens).containsExactly(ONE, NONE);
    }

    @Test
    void whatTheServerDidNotConfirmIsToldAgain() throws InterruptedException {
        phone.push().has("token-one", Platform.ANDROID);
        server.tricks.add((request, self) -> self.serve(request));
        server.tricks.add(StandInServer.replyLost());
        assertThat(client().sync(1).end()).isEqualTo(End.TIMED_OUT);
        sync();
        assertThat(server.tokens).containsExactly(ONE, ONE);
    }

    @Test
    void anotherServerIsToldTheSameToken() throws InterruptedException {
        phone.push().has("token-one", Platform.ANDROID);
        sync();
        client().enrol(URI.create("https://elsewhere.example"), CODE);
        sync();
        assertThat(server.tokens).containsExactly(ONE, ONE);
    }

    @Test
    void aServerThatKnowsNoPushesIsSyncedWithAllTheSame() throws InterruptedException {
        phone.push().has("token-one", Platform.ANDROID);
        server.tricks.add((request, self) -> self.serve(request));
        server.tricks.add(StandInServer.refuse(Refusal.Reason.NOT_FOUND, Map.of()));
        sync();
        assertThat(server.requests.get(1).path()).isEqualTo(SyncPaths.PUSH_TOKEN);
        assertThat(server.tokens).isEmpty();
    }

    @Test
    void theTokenIsNeverWrittenDown() throws InterruptedException {
        phone.push().has("token-one", Platform.ANDROID);
        sync();
        assertThat(phone.settings().pushTold()).contains("ANDROID").doesNotContain("token-one");
    }

    @Test
    void whatIsNoTokenIsPassedOver() throws InterruptedException {
        assertThat(phone.push().has("to ken", Platform.ANDROID)).isFalse();
        sync();
        assertThat(server.tokens).isEmpty();
    }

    private SyncClient client() {
        return new SyncClient(phone, server, (Duration pass) -> {});
    }

    private void sync() throws InterruptedException {
        assertThat(client().sync(1).end()).isEqualTo(End.COMPLETE);
    }

    private void restart() {
        phone.compact();
        disk = disk.crashed();
        phone = PhoneSamples.open(disk, phone.parts().clock(), new Random(disk.content("journal").length));
    }
}
