package nl.bereik.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.OpenToAll;
import nl.bereik.server.access.SignedByInstall;
import nl.bereik.server.enrolment.EnrolmentCodes;
import nl.bereik.server.install.Installs;
import nl.bereik.server.intake.Quarantine;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
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
    static final ArchRule disclosureControlIsALibraryOfItsOwn = classes()
            .that()
            .resideInAPackage("..server.disclosure..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..server.disclosure..", "java..", "org.jspecify..");

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

    @ArchTest
    static final ArchRule everyHandlerSaysWhomItIsFor = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should()
            .beAnnotatedWith(AllowedTo.class)
            .orShould()
            .beAnnotatedWith(SignedByInstall.class)
            .orShould()
            .beAnnotatedWith(OpenToAll.class);

    @ArchTest
    static final ArchRule whoAnswersPeopleReadsWithinTheirScope = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .callMethod(Installs.class, "all")
            .orShould()
            .callMethod(Installs.class, "find", String.class)
            .orShould()
            .callMethod(Installs.class, "revoke", String.class, Instant.class)
            .orShould()
            .callMethod(EnrolmentCodes.class, "issue", String.class, Duration.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Quarantine.class);
}
