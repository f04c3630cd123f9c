package nl.bereik.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@AnalyzeClasses(packages = "nl.bereik.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNothingOfThePhone =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("nl.bereik.mobile..");

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("nl.bereik.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule intakeAndCountingKnowNoDatabase = noClasses()
            .that()
            .resideInAnyPackage("..intake..", "..reach..", "..contact..", "..enrolment..", "..install..", "..audit..")
            .and()
            .haveSimpleNameNotStartingWith("Mongo")
            .and()
            .haveSimpleNameNotEndingWith("Document")
            .and()
            .haveSimpleNameNotEndingWith("Documents")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data.mongodb..");

    @ArchTest
    static final ArchRule intakeAndCountingWaitForNobody = noClasses()
            .that()
            .resideInAnyPackage("..intake..", "..reach..", "..contact..", "..enrolment..", "..signature..")
            .should()
            .callMethod(Mono.class, "block")
            .orShould()
            .callMethod(Flux.class, "blockLast")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule isToldTheTime = noClasses()
            .that()
            .doNotHaveSimpleName("TimeAndChance")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");
}
