package io.ticketwire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.ticketwire.platform.ServedBy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Arrows run one way; names say what a thing is. */
class ArchitectureTest {

    private static final String ROOT = "io.ticketwire";

    /** What each package may know of ours beside itself. The wiring in the root package, and {@code local}, may know all. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("event", Set.of("platform")),
            Map.entry("security", Set.of("event", "platform")),
            Map.entry("connector", Set.of("security", "event", "platform")),
            Map.entry("endpoint", Set.of("security", "event", "platform")),
            Map.entry("ingress", Set.of("text", "connector", "security", "event", "platform")),
            Map.entry("alert", Set.of("event", "platform")),
            Map.entry("ticket", Set.of("security", "event", "platform")),
            Map.entry("text", Set.of()),
            Map.entry("intelligence", Set.of("text", "security", "event", "platform")),
            Map.entry("fanout", Set.of("endpoint", "event", "platform")),
            Map.entry("retry", Set.of("event", "platform")),
            Map.entry("delivery", Set.of("endpoint", "retry", "security", "event", "platform")));

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @Test
    void aPackageKnowsOnlyWhatItMay() {
        MAY_KNOW.forEach((name, known) -> {
            String[] allowed = Stream.concat(Stream.of(name), known.stream())
                    .map(ArchitectureTest::tree)
                    .toArray(String[]::new);
            DescribedPredicate<JavaClass> forbidden = resideInAPackage(tree("")).and(not(resideInAnyPackage(allowed)));
            hold(noClasses()
                    .that()
                    .resideInAPackage(tree(name))
                    .should()
                    .dependOnClassesThat(forbidden)
                    .because(name + " may know " + known));
        });
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> packages = ours.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0])
                .filter(name -> !name.equals("local"))
                .collect(Collectors.toSet());
        assertEquals(MAY_KNOW.keySet(), packages);
    }

    @Test
    void theContractNeedsNothingOfOurs() {
        hold(noClasses()
                .that()
                .resideInAPackage(ROOT + ".event")
                .should()
                .dependOnClassesThat(isAnotherOfOurs("event")));
    }

    @Test
    void nobodyKnowsTheEmbeddedServices() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage(tree("local"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(tree("local")));
    }

    @Test
    void thePackagesHaveNoCycle() {
        hold(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void aNameSaysWhatAThingIs() {
        hold(noClasses().should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Service)(\\$.*)?"));
    }

    @Test
    void whatABeanNeedsComesInByItsConstructor() {
        for (var injection : List.of(Inject.class, ConfigProperty.class, Channel.class)) {
            hold(noFields().should().beAnnotatedWith(injection));
        }
    }

    @Test
    void logsGoThroughOneDoor() {
        // QuietLogs quiets a library that logs to java.util.logging; the main class speaks before there is a log.
        hold(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".local.QuietLogs")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging"));
        hold(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Ticketwire.class.getName())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
        hold(fields().that()
                .haveRawType(org.jboss.logging.Logger.class)
                .should()
                .bePrivate()
                .andShould()
                .beFinal());
    }

    @Test
    void everyResourceSaysWhichRoleServesIt() {
        hold(classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .resideOutsideOfPackage(tree("local"))
                .should()
                .beAnnotatedWith(ServedBy.class));
    }

    @Test
    void nothingRandomIsMadeWhenAClassIsLoaded() {
        // That is when a native image is built: it refuses a generator whose seed would be the same in every process.
        hold(noFields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(tree("local"))
                .should()
                .haveRawType(assignableTo(RandomGenerator.class)));
    }

    private static void hold(ArchRule rule) {
        rule.check(ours);
    }

    private static DescribedPredicate<JavaClass> isAnotherOfOurs(String name) {
        return resideInAPackage(tree("")).and(not(resideInAPackage(ROOT + "." + name)));
    }

    private static String tree(String name) {
        return ROOT + (name.isEmpty() ? "" : "." + name) + "..";
    }
}
