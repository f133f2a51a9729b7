package io.ticketwire;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the README says of settings is what the code reads. */
class ReadmeTest {

    /** Set by the main class, not by people. */
    private static final Set<String> INTERNAL =
            Set.of("ticketwire.local.embedded-database", "ticketwire.local.first-run");

    @Test
    void everySettingIsInTheTableWithItsDefault() throws IOException {
        // given
        String readme = Files.readString(Path.of("README.md"));
        Map<String, Optional<String>> settings = settings();

        // when
        Set<String> missing = new TreeSet<>();
        settings.forEach((name, defaultValue) -> {
            boolean there = readme.lines()
                    .filter(line -> line.startsWith("|") && line.contains("`" + name + "`"))
                    .anyMatch(line -> defaultValue.isEmpty() || line.contains("`" + defaultValue.get() + "`"));
            if (!there && !INTERNAL.contains(name)) {
                missing.add(name + " " + defaultValue.orElse(""));
            }
        });

        // then
        assertEquals(Set.of(), missing);
    }

    private static Map<String, Optional<String>> settings() {
        Map<String, Optional<String>> settings = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.ticketwire").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .forEach(type -> collect(
                                type, type.getAnnotation(ConfigMapping.class).prefix(), settings));
        return settings;
    }

    private static void collect(Class<?> type, String prefix, Map<String, Optional<String>> settings) {
        for (Method method : type.getDeclaredMethods()) {
            String name =
                    prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
            if (method.getReturnType().isInterface()
                    && method.getReturnType().getName().startsWith("io.ticketwire")) {
                collect(method.getReturnType(), name, settings);
            } else {
                settings.put(
                        name,
                        Optional.ofNullable(method.getAnnotation(WithDefault.class))
                                .map(WithDefault::value));
            }
        }
    }
}
