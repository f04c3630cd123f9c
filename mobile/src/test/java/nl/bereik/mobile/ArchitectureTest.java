package nl.bereik.mobile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import nl.bereik.mobile.phone.PhoneParts;

@AnalyzeClasses(packages = "nl.bereik.mobile", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORE = {
        "..journal..",
        "..phone..",
        "..outbox..",
        "..enrolment..",
        "..settings..",
        "..reference..",
        "..backlog..",
        "..wipe..",
        "..lease..",
        "..teamkey..",
        "..need..",
        "..kept.."
    };

    @ArchTest
    static final ArchRule knowsNothingOfTheServer = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("nl.bereik.server..", "org.springframework..");

    @ArchTest
    static final ArchRule coreKnowsNoScreen = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .or()
            .resideInAPackage("..sync..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.gluonhq..", "picocli..");

    @ArchTest
    static final ArchRule viewModelsKnowNoControl = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule coreTouchesTheDiskThroughItsPort = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Files.class);

    @ArchTest
    static final ArchRule coreReachesTheNetworkThroughItsPort = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..");

    @ArchTest
    static final ArchRule coreIsToldTheTime = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and()
            .areNotAssignableTo(partsOfARealPhone())
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");

    private static Class<?> partsOfARealPhone() {
        return PhoneParts.class;
    }
}
