package nl.bereik.mobile.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What builds for phones say to Android and iOS. Fails when backups or pictures of the screen are let in. */
class PhoneBuildTest {
    private static final Path ANDROID = Path.of("src/android");
    private static final String NAMESPACE = "http://schemas.android.com/apk/res/android";
    private static final List<String> DOMAINS = List.of("root", "file", "database", "sharedpref", "external");

    @Test
    void nothingIsBackedUpOrCopiedToAnotherPhone() throws Exception {
        Element application = application();
        assertThat(application.getAttributeNS(NAMESPACE, "allowBackup")).isEqualTo("false");
        assertThat(application.getAttributeNS(NAMESPACE, "fullBackupContent")).isEqualTo("@xml/backup_rules");
        assertThat(application.getAttributeNS(NAMESPACE, "dataExtractionRules"))
                .isEqualTo("@xml/data_extraction_rules");
        assertThat(application.getAttributeNS(NAMESPACE, "debuggable")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full-backup-content", "cloud-backup", "device-transfer"})
    void everyRuleLeavesEverythingOut(String element) throws Exception {
        String file = element.equals("full-backup-content") ? "backup_rules.xml" : "data_extraction_rules.xml";
        Document rules = parse(ANDROID.resolve("res/xml").resolve(file));
        assertThat(rules.getElementsByTagName("include").getLength()).isZero();
        Element rule = (Element) rules.getElementsByTagName(element).item(0);
        NodeList excludes = rule.getElementsByTagName("exclude");
        List<String> domains = new ArrayList<>();
        for (int i = 0; i < excludes.getLength(); i++) {
            Element exclude = (Element) excludes.item(i);
            assertThat(exclude.getAttribute("path")).isEqualTo(".");
            domains.add(exclude.getAttribute("domain"));
        }
        assertThat(domains).containsExactlyInAnyOrderElementsOf(DOMAINS);
    }

    @Test
    void theScreenIsKeptOutOfPicturesBeforeTheFirstWindow() throws Exception {
        String name = application().getAttributeNS(NAMESPACE, "name");
        Path source = ANDROID.resolve("java").resolve(name.replace('.', '/') + ".java");
        assertThat(source).exists();
        assertThat(Files.readString(source))
                .contains("extends Application", "registerActivityLifecycleCallbacks(this)", "FLAG_SECURE");
    }

    @Test
    void theOnlyPermissionIsTheNetwork() throws Exception {
        NodeList permissions = parse(ANDROID.resolve("AndroidManifest.xml")).getElementsByTagName("uses-permission");
        assertThat(permissions.getLength()).isEqualTo(1);
        assertThat(((Element) permissions.item(0)).getAttributeNS(NAMESPACE, "name"))
                .isEqualTo("android.permission.INTERNET");
    }

    @Test
    void onIosNoOtherProgramSeesTheFiles() throws Exception {
        String settings =
                Files.readString(Path.of("src/ios/Partial-Info.plist")).replaceAll("\\s+", "");
        assertThat(settings)
                .contains("<key>UIFileSharingEnabled</key><false/>")
                .contains("<key>LSSupportsOpeningDocumentsInPlace</key><false/>");
    }

    private static Element application() throws Exception {
        return (Element) parse(ANDROID.resolve("AndroidManifest.xml"))
                .getElementsByTagName("application")
                .item(0);
    }

    private static Document parse(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }
}
