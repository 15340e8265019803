package dev.dateline;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** What the folders promise. */
@AnalyzeClasses(packages = "dev.dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORE = {"dev.dateline.article..", "dev.dateline.enrich..", "dev.dateline.story.."};

    @ArchTest
    static final ArchRule theCoreKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.smallrye..",
                    "jakarta..",
                    "org.eclipse.microprofile..",
                    "org.apache.kafka..",
                    "com.fasterxml.jackson..",
                    "io.micrometer..");

    @ArchTest
    static final ArchRule theCoreKnowsNoEdge = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.dateline.wire..",
                    "dev.dateline.stream..",
                    "dev.dateline.console..",
                    "dev.dateline.ops..",
                    "dev.dateline.app..",
                    "dev.dateline.tool..");

    @ArchTest
    static final ArchRule theWireKnowsNoKafka = noClasses()
            .that()
            .resideInAPackage("dev.dateline.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.quarkus..", "io.micrometer..", "dev.dateline.stream..");

    @ArchTest
    static final ArchRule enrichersDoNotKnowEachOther = slices().matching("dev.dateline.enrich.(*)..")
            .should()
            .notDependOnEachOther()
            // Several share it, and load it once.
            .ignoreDependency(alwaysTrue(), resideInAPackage("dev.dateline.enrich.encoder"))
            // A gazetteer's phrases are cut into tokens as the texts are.
            .ignoreDependency(alwaysTrue(), resideInAPackage("dev.dateline.enrich.sentences"));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.dateline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule metersAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("dev.dateline.ops..", "dev.dateline.app..", "dev.dateline.console..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    /** Articles are full of addresses, and none of them is ever asked: Peers asks those that the configuration names. */
    @ArchTest
    static final ArchRule onlyPeersOpensConnections = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.dateline.console.Peers")
            .and()
            .doNotHaveFullyQualifiedName("dev.dateline.console.Peers$Lookup")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.channels..", "org.jsoup.helper..")
            .orShould()
            .dependOnClassesThat(type(java.net.Socket.class)
                    .or(type(java.net.ServerSocket.class))
                    .or(type(java.net.URLConnection.class))
                    .or(type(org.jsoup.Jsoup.class))
                    .or(type(org.jsoup.Connection.class))
                    .or(type(io.vertx.core.http.HttpClient.class))
                    .or(type(io.vertx.core.net.NetClient.class)))
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(java.net.URL.class, "getContent");

    @ArchTest
    static final ArchRule theClockIsNotReadWhereResultsAreMade = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.dateline.article..", "dev.dateline.enrich.*..", "dev.dateline.story..", "dev.dateline.wire..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
