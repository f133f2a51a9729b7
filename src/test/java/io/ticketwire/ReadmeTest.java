package io.ticketwire;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the README says of settings, metrics and routes is what the code has. */
class ReadmeTest {

    /** Set by the main class, not by people. */
    private static final Set<String> INTERNAL =
            Set.of("ticketwire.local.embedded-database", "ticketwire.local.first-run");

    private static final String API = "/api/v1/";

    private static final Pattern METRIC =
            Pattern.compile("([cC]ounter|[tT]imer|[gG]auge)(?:\\.builder)?\\([^\"()]*\"(ticketwire\\.[a-z.]*[a-z])\"");

    /** What Prometheus has behind the names of a kind. */
    private static final Map<String, String> ENDS = Map.of("counter", "_total", "timer", "_seconds", "gauge", "");

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

    @Test
    void everyMetricIsInTheTable() throws IOException {
        // given
        List<String> table = table();

        // when
        Set<String> missing = metrics().stream()
                .filter(name -> table.stream().noneMatch(line -> tellsOf(line, name)))
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        assertEquals(Set.of(), missing);
    }

    @Test
    void aMetricIsNotToldOfByAnotherThatBeginsLikeIt() {
        assertTrue(tellsOf("| `ticketwire_x_read_total{level}` | |", "ticketwire_x_read_total"));
        assertTrue(tellsOf("| `ticketwire_x_read_total` | |", "ticketwire_x_read_total"));
        assertTrue(tellsOf("| `ticketwire_x_read_total`, `_kept_total{a}` | |", "ticketwire_x_kept_total"));
        assertFalse(tellsOf("| `ticketwire_x_reads_total` | |", "ticketwire_x_read_total"));
        assertFalse(tellsOf("| `ticketwire_x_read_total` | |", "ticketwire_x_read"));
        assertFalse(tellsOf("| `ticketwire_x_read_total`, `_keeps_total` | |", "ticketwire_x_keep_total"));
        assertFalse(tellsOf("| `ticketwire_y_read_total`, `_kept_total` | |", "ticketwire_x_kept_total"));
        assertFalse(tellsOf("| `other_x_kept_total`, `ticketwire_x_read` | |", "ticketwire_x_kept_total"));
    }

    @Test
    void everyRouteOfTheManagementApiIsInTheTable() throws IOException {
        // given
        List<String> table = table();

        // when
        Set<String> missing = classes().stream()
                .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                .map(type -> type.getAnnotationOfType(jakarta.ws.rs.Path.class).value())
                .filter(path -> path.startsWith(API))
                .map(path -> "`" + path.substring(API.length()) + "`")
                .filter(path -> table.stream().noneMatch(line -> line.contains(path)))
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        assertEquals(Set.of(), missing);
    }

    private static List<String> table() throws IOException {
        return Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();
    }

    /** Names that are put together at run time are not found. */
    private static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                METRIC.matcher(Files.readString(source))
                        .results()
                        .forEach(found -> names.add(found.group(2).replace('.', '_')
                                + ENDS.get(found.group(1).toLowerCase(Locale.ROOT))));
            }
        }
        return names;
    }

    /** Whether a line has the name in full, or, as {@code `_kept_total`}, its end behind another with the same beginning. */
    private static boolean tellsOf(String line, String name) {
        Predicate<String> names = part -> line.contains("`" + part + "`") || line.contains("`" + part + "{");
        if (names.test(name)) {
            return true;
        }
        for (int end = name.indexOf('_', "ticketwire_".length()); end > 0; end = name.indexOf('_', end + 1)) {
            if (line.contains("`" + name.substring(0, end + 1)) && names.test(name.substring(end))) {
                return true;
            }
        }
        return false;
    }

    private static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.ticketwire");
    }

    private static Map<String, Optional<String>> settings() {
        Map<String, Optional<String>> settings = new TreeMap<>();
        classes().stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(JavaClass::reflect)
                .forEach(type ->
                        collect(type, type.getAnnotation(ConfigMapping.class).prefix(), settings));
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
