package nl.bereik.mobile.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every disk does. */
class DiskContractTest {
    @TempDir
    static Path folder;

    static Stream<Disk> disks() throws IOException {
        return Stream.of(new MemoryDisk(), new FileDisk(Files.createTempDirectory(folder, "disk")));
    }

    @ParameterizedTest
    @MethodSource("disks")
    void replacesWholeAndReadsBack(Disk disk) throws IOException {
        assertThat(disk.exists("a")).isFalse();
        assertThatThrownBy(() -> disk.read("a")).isInstanceOf(NoSuchFileException.class);
        disk.replace("a", bytes("one"));
        disk.replace("a", bytes("two!"));
        assertThat(disk.read("a")).isEqualTo(bytes("two!"));
        disk.delete("a");
        disk.delete("a");
        assertThat(disk.exists("a")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("disks")
    void appendsForcesAndCutsOff(Disk disk) throws IOException {
        try (Disk.AppendFile file = disk.append("log")) {
            file.append(bytes("abc"));
            file.append(bytes("def"));
            file.force();
            assertThat(file.size()).isEqualTo(6);
            file.truncate(4);
            file.append(bytes("X"));
        }
        try (Disk.AppendFile file = disk.append("log")) {
            file.append(bytes("Y"));
            file.force();
        }
        assertThat(disk.read("log")).isEqualTo(bytes("abcdXY"));
    }

    @ParameterizedTest
    @MethodSource("disks")
    void overwritesInPlaceAndNeverGrows(Disk disk) throws IOException {
        disk.replace("slots", bytes("abcdef"));
        disk.overwrite("slots", 2, bytes("XY"));
        assertThat(disk.read("slots")).isEqualTo(bytes("abXYef"));
        assertThatThrownBy(() -> disk.overwrite("slots", 5, bytes("ZZ"))).isInstanceOf(RuntimeException.class);
        assertThat(disk.read("slots")).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("disks")
    void erasesWhatIsThereAndNamesWhatIsLeft(Disk disk) throws IOException {
        disk.replace("kept", bytes("x"));
        disk.replace("erased", new byte[200_000]);
        disk.lock().close();
        assertThat(disk.names()).containsExactlyInAnyOrder("kept", "erased");
        disk.erase("erased");
        disk.erase("erased");
        assertThat(disk.exists("erased")).isFalse();
        assertThat(disk.names()).containsExactly("kept");
    }

    @Test
    void erasingOverwritesTheBytesWhereTheyStand() throws IOException {
        Path mine = folder.resolve("erased");
        FileDisk disk = new FileDisk(mine);
        disk.replace("a", bytes("geheim"));
        Path link = Files.createLink(folder.resolve("still-there"), mine.resolve("a"));
        disk.erase("a");
        assertThat(Files.readAllBytes(link)).isEqualTo(new byte[6]);
    }

    @ParameterizedTest
    @MethodSource("disks")
    void oneHasTheLockAtATime(Disk disk) throws IOException {
        try (Closeable lock = disk.lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(disk::lock).isInstanceOf(InUseException.class);
        }
        disk.lock().close();
    }

    @Test
    void onlyTheOwnerMayLookIntoTheFolderAndItsFiles() throws IOException {
        Path mine = folder.resolve("mine");
        FileDisk disk = new FileDisk(mine);
        disk.replace("a", bytes("x"));
        disk.append("b").close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mine)))
                .isEqualTo("rwx------");
        for (String name : new String[] {"a", "b"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mine.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aWriteThatFailsLeavesTheOldContent() throws IOException {
        Path mine = folder.resolve("blocked");
        FileDisk disk = new FileDisk(mine);
        disk.replace("a", bytes("old"));
        Files.createDirectory(mine.resolve("a.new"));
        assertThatThrownBy(() -> disk.replace("a", bytes("new"))).isInstanceOf(IOException.class);
        assertThat(disk.read("a")).isEqualTo(bytes("old"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
