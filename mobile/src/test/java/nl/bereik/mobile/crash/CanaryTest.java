package nl.bereik.mobile.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks at every byte that a phone leaves behind: its folder, its temporary files, what it printed, crashing and all.
 */
class CanaryTest {
    @TempDir
    Path folder;

    @Test
    void nothingReadableIsLeftByAPhoneThatCrashed() throws Exception {
        Path data = folder.resolve("left/data");
        Path temporary = Files.createDirectories(folder.resolve("left/tmp"));
        Path home = Files.createDirectories(folder.resolve("left/home"));
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-Duser.home=" + home,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CanaryPhone.class.getName(),
                        data.toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(out);
        assertThat(printed)
                .contains("refused WRONG_PIN", "IllegalStateException", "IllegalArgumentException", "CanaryPhone.main");
        byte[] privateKey = HexFormat.of()
                .parseHex(printed.lines()
                        .filter(line -> line.startsWith("secret "))
                        .findFirst()
                        .orElseThrow()
                        .substring("secret ".length()));
        String told =
                printed.lines().filter(line -> !line.startsWith("secret ")).reduce("", (a, b) -> a + b + "\n");

        Map<String, byte[]> left = new LinkedHashMap<>();
        left.put("what was printed", told.getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(folder.resolve("left"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                left.put(file.toString(), Files.readAllBytes(file));
            }
        }
        assertThat(left.keySet()).anyMatch(name -> name.endsWith("/journal"));
        assertThat(Files.size(data.resolve("journal"))).isGreaterThan(10_000);
        List<String> found = new ArrayList<>();
        left.forEach((name, bytes) -> forms(privateKey).forEach((what, form) -> {
            if (contains(bytes, form)) {
                found.add(what + " in " + name);
            }
        }));
        assertThat(found).isEmpty();
    }

    @Test
    void theSearchFindsEachForm() {
        forms(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9})
                .forEach((what, form) ->
                        assertThat(contains(surrounded(form), form)).as(what).isTrue());
        String inBase64 =
                Base64.getEncoder().encodeToString(("x" + CanaryPhone.CANARY).getBytes(StandardCharsets.UTF_8));
        assertThat(forms(new byte[9]).values())
                .anyMatch(form -> contains(inBase64.getBytes(StandardCharsets.US_ASCII), form));
    }

    private static byte[] surrounded(byte[] form) {
        byte[] all = new byte[form.length + 20];
        System.arraycopy(form, 0, all, 13, form.length);
        return all;
    }

    /** What is looked for, in the forms in which it could stand somewhere. */
    private static Map<String, byte[]> forms(byte[] privateKey) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (String secret : List.of(
                CanaryPhone.CANARY,
                CanaryPhone.TEAM_KEY,
                CanaryPhone.PIN.digits(),
                CanaryPhone.OTHER_PIN.digits(),
                "Nijmegen",
                "SEX_WORKER",
                "\"d\":\"")) {
            byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
            forms.put(secret, utf8);
            forms.put(secret + " in UTF-16", secret.getBytes(StandardCharsets.UTF_16LE));
            forms.put(secret + " in UTF-16, big-endian", secret.getBytes(StandardCharsets.UTF_16BE));
            if (utf8.length > 6) {
                encoded(secret, utf8, forms);
            }
        }
        forms.put("the private key", privateKey);
        encoded("the private key", privateKey, forms);
        return forms;
    }

    private static void encoded(String name, byte[] bytes, Map<String, byte[]> forms) {
        String hex = HexFormat.of().formatHex(bytes);
        forms.put(name + " in hexadecimal", hex.getBytes(StandardCharsets.US_ASCII));
        forms.put(
                name + " in capital hexadecimal",
                HexFormat.of().withUpperCase().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
            // The first and last signs depend on the neighbours.
            String middle = text.substring(before == 0 ? 0 : before + 1, text.length() - 2);
            forms.put(name + " in base64 at " + before, middle.getBytes(StandardCharsets.US_ASCII));
            forms.put(
                    name + " in plain base64 at " + before,
                    middle.replace('-', '+').replace('_', '/').getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static boolean contains(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
