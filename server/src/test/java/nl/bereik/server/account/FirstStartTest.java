package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.server.access.Role;
import nl.bereik.server.enrolment.EnrolmentCodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class FirstStartTest {
    @TempDir
    Path outside;

    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords = new Passwords();
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryApiKeys keys = new MemoryApiKeys();
    private final List<EnrolmentCode> issued = new ArrayList<>();
    private final EnrolmentCodes codes = this::issue;

    /** Where a start can die. */
    enum Death {
        BEFORE_ACCOUNT,
        AFTER_ACCOUNT,
        BEFORE_KEY,
        AFTER_KEY
    }

    @AfterEach
    void stop() {
        passwords.destroy();
    }

    @Test
    void firstStartLeavesWhatWorksInAFileThatOnlyTheServerCanRead() throws IOException {
        start(accounts, keys);

        JsonObject file = read();
        assertThat(file.members().keySet()).containsExactly("account", "password", "apiKey", "enrolmentCode");
        assertThat(file.text("account")).isEqualTo("coordinator");
        assertThat(issued).extracting(EnrolmentCode::display).containsExactly(file.text("enrolmentCode"));
        assertThat(works(file)).isTrue();
        assertThat(permissions(path())).isEqualTo("rw-------");
        assertThat(permissions(data())).isEqualTo("rwx------");
        assertThat(Files.list(data())).containsExactly(path());
    }

    @Test
    void onlyTheHashOfTheKeyIsStored() {
        start(accounts, keys);

        String key = read().text("apiKey");
        assertThat(keys.stored()).containsOnlyKeys(new ApiKey(key).hash()).doesNotContainKey(key);
    }

    @Test
    void secondStartChangesNothing() throws IOException {
        start(accounts, keys);
        byte[] before = Files.readAllBytes(path());

        start(accounts, keys);

        assertThat(Files.readAllBytes(path())).isEqualTo(before);
        assertThat(issued).hasSize(1);
    }

    @Test
    void accountInASharedStoreMeansNothingIsWritten() {
        start(accounts, keys);

        Path other = outside.resolve("other");
        firstStart(other, accounts, keys).run().block();

        assertThat(other).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void startThatDiedIsMendedWithTheSameSecrets(Death death) throws IOException {
        assertThatThrownBy(() -> start(new DyingAccounts(death), new DyingKeys(death)))
                .hasMessage("killed");
        assertThat(path()).doesNotExist();
        Path pending = data().resolve("first-start.json.part");
        assertThat(permissions(pending)).isEqualTo("rw-------");
        byte[] promised = Files.readAllBytes(pending);

        start(accounts, keys);

        assertThat(Files.readAllBytes(path())).isEqualTo(promised);
        assertThat(works(read())).isTrue();
        assertThat(issued).hasSize(1);
        assertThat(pending).doesNotExist();
    }

    @Test
    void halfAFileIsMadeAnew() throws IOException {
        Files.createDirectory(data());
        Files.writeString(data().resolve("first-start.json.part"), "{\"account\":\"coord");

        start(accounts, keys);

        assertThat(works(read())).isTrue();
    }

    @Test
    void ofTwoServersOnOneEmptyStoreTheLoserLeavesNoPasswordThatDoesNotWork() {
        MemoryAccounts wonByAnother = new MemoryAccounts() {
            @Override
            public Mono<Boolean> any() {
                return Mono.just(false);
            }
        };
        wonByAnother
                .add(new Account(
                        "coordinator",
                        String.valueOf(passwords.hash("of another").block()),
                        true,
                        Set.of(Role.COORDINATOR),
                        Remit.EVERYWHERE))
                .block();

        start(wonByAnother, keys);

        assertThat(data()).isEmptyDirectory();
        assertThat(keys.stored()).isEmpty();
    }

    @Test
    void emptyStoreBesideAnEarlierFileGetsThatFilesAccountBack() throws IOException {
        start(accounts, keys);
        byte[] before = Files.readAllBytes(path());
        MemoryAccounts emptied = new MemoryAccounts();

        start(emptied, keys);

        assertThat(Files.readAllBytes(path())).isEqualTo(before);
        assertThat(emptied.find("coordinator").block()).isNotNull();
    }

    @Test
    void damagedFileIsToldByItsPlaceAndNotByItsContent() throws IOException {
        Files.createDirectory(data());
        Files.writeString(path(), "secret-text");

        assertThatThrownBy(() -> start(accounts, keys))
                .hasMessageContaining(path().toString())
                .hasMessageNotContaining("secret-text");
    }

    private void start(Accounts accounts, ApiKeys keys) {
        firstStart(data(), accounts, keys).run().block(Duration.ofSeconds(30));
    }

    private FirstStart firstStart(Path folder, Accounts accounts, ApiKeys keys) {
        return new FirstStart(new FirstStartFile(folder), "team-1", accounts, keys, codes, passwords, random);
    }

    private Mono<EnrolmentCode> issue(String team, @Nullable String holder, @Nullable Duration goodFor) {
        return Mono.fromSupplier(() -> {
            assertThat(goodFor).as("good until used").isNull();
            EnrolmentCode code = EnrolmentCode.random(random);
            issued.add(code);
            return code;
        });
    }

    private boolean works(JsonObject file) {
        Account account = accounts.find(file.text("account")).block();
        assertThat(account).isNotNull();
        assertThat(keys.accountOf(new ApiKey(file.text("apiKey")).hash()).block())
                .isEqualTo(file.text("account"));
        return Boolean.TRUE.equals(
                passwords.matches(file.text("password"), account.passwordHash()).block());
    }

    private JsonObject read() {
        try {
            return Json.readObject(Files.readAllBytes(path()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path data() {
        return outside.resolve("data");
    }

    private Path path() {
        return data().resolve("first-start.json");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private final class DyingAccounts implements Accounts {
        private final Death death;

        DyingAccounts(Death death) {
            this.death = death;
        }

        @Override
        public Mono<Account> find(String name) {
            return accounts.find(name);
        }

        @Override
        public Mono<Boolean> add(Account account) {
            return death == Death.BEFORE_ACCOUNT
                    ? killed()
                    : accounts.add(account)
                            .flatMap(added -> death == Death.AFTER_ACCOUNT ? killed() : Mono.just(added));
        }

        @Override
        public Mono<Boolean> any() {
            return accounts.any();
        }

        @Override
        public Flux<Account> all() {
            return accounts.all();
        }

        @Override
        public Mono<Boolean> replace(Account changed) {
            return accounts.replace(changed);
        }
    }

    private final class DyingKeys implements ApiKeys {
        private final Death death;

        DyingKeys(Death death) {
            this.death = death;
        }

        @Override
        public Mono<Void> add(String keyHash, String account) {
            return death == Death.BEFORE_KEY
                    ? killed()
                    : keys.add(keyHash, account).then(death == Death.AFTER_KEY ? killed() : Mono.empty());
        }

        @Override
        public Mono<String> accountOf(String keyHash) {
            return keys.accountOf(keyHash);
        }

        @Override
        public Flux<String> of(String account) {
            return keys.of(account);
        }

        @Override
        public Mono<Void> remove(String account, String id) {
            return keys.remove(account, id);
        }

        @Override
        public Mono<Void> removeAll(String account) {
            return keys.removeAll(account);
        }
    }

    private static <T> Mono<T> killed() {
        return Mono.error(new IllegalStateException("killed"));
    }
}
