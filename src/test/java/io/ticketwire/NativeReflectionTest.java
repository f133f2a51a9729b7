package io.ticketwire;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A type that is forgotten here works on the JVM and fails in the native image. */
class NativeReflectionTest {

    private static final RegisterForReflection REGISTERED =
            NativeReflection.class.getAnnotation(RegisterForReflection.class);

    static Stream<String> names() {
        return Arrays.stream(REGISTERED.classNames());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameIsAClass(String name) throws ClassNotFoundException {
        Class.forName(name, false, getClass().getClassLoader());
    }

    @Test
    void everyRecordOfTheContractThatIsWrittenAsJsonIsRegistered() {
        Set<String> registered =
                Arrays.stream(REGISTERED.targets()).map(Class::getName).collect(Collectors.toSet());
        // These travel as headers, or only in memory.
        Set<String> notJson = Set.of("Event", "DeliveryTask", "EventCatalogue$Entry");

        var missing = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.ticketwire.event")
                        .stream()
                        .filter(type -> type.getPackageName().equals("io.ticketwire.event") && type.isRecord())
                        .map(JavaClass::getName)
                        .filter(name -> !notJson.contains(name.substring(name.lastIndexOf('.') + 1)))
                        .filter(name -> !registered.contains(name))
                        .toList();

        assertTrue(missing.isEmpty(), missing.toString());
    }

    @Test
    void allOfARecipeIsRegistered() throws ClassNotFoundException {
        Class<?> recipe = Class.forName("io.ticketwire.intelligence.train.Recipe");
        Set<String> registered = names().collect(Collectors.toSet());

        var missing = Stream.concat(Stream.of(recipe), Arrays.stream(recipe.getDeclaredClasses()))
                .map(Class::getName)
                .filter(name -> !registered.contains(name))
                .toList();

        assertTrue(missing.isEmpty(), missing.toString());
    }

    @Test
    void everyRecordOfAResourceIsInASignatureOrRegistered() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.ticketwire");
        Set<String> known = Stream.concat(
                        names(),
                        ours.stream()
                                .filter(type -> type.isAnnotatedWith(Path.class))
                                .flatMap(NativeReflectionTest::inSignatures)
                                .flatMap(NativeReflectionTest::withComponents))
                .collect(Collectors.toSet());

        var missing = ours.stream()
                .filter(type -> type.isRecord()
                        && type.getEnclosingClass()
                                .filter(resource -> resource.isAnnotatedWith(Path.class))
                                .isPresent())
                .map(JavaClass::getName)
                .filter(name -> !name.startsWith("io.ticketwire.local.") && !known.contains(name))
                .toList();

        assertTrue(missing.isEmpty(), missing.toString());
    }

    private static Stream<JavaClass> inSignatures(JavaClass resource) {
        return resource.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(
                        method -> Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream()))
                .flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    private static Stream<String> withComponents(JavaClass type) {
        return type.isRecord()
                ? Stream.concat(
                        Stream.of(type.getName()),
                        type.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                                .flatMap(NativeReflectionTest::withComponents))
                : Stream.empty();
    }
}
