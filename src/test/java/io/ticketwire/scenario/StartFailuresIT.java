package io.ticketwire.scenario;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ticketwire.testing.Instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What keeps it from starting is told in one line. */
class StartFailuresIT {

    @TempDir
    Path folder;

    @Test
    void aPortThatIsTakenIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                Instance instance = new Instance(folder)
                        .with("QUARKUS_HTTP_PORT", Integer.toString(taken.getLocalPort()))
                        .launch()) {
            assertEndsWithOneLine(instance, "port");
        }
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsOneLine() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        try (Instance instance = new Instance(folder)
                .with("TICKETWIRE_LOCAL_DATA_DIR", file.resolve("data").toString())
                .launch()) {
            assertEndsWithOneLine(instance, "a-file");
        }
    }

    @Test
    void anExternalDatabaseThatDoesNotAnswerIsOneLine() throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                Instance instance = new Instance(folder)
                        .with(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/tw")
                        .with("QUARKUS_DATASOURCE_USERNAME", "tw")
                        .with("QUARKUS_DATASOURCE_PASSWORD", "do-not-print-me")
                        .launch()) {
            assertEndsWithOneLine(instance, "localhost:" + silent.getLocalPort());
            assertFalse(instance.output().contains("do-not-print-me"));
        }
    }

    private static void assertEndsWithOneLine(Instance instance, String about) throws InterruptedException {
        assertEquals(1, instance.awaitExit());
        String output = instance.output().strip();
        assertEquals(1, output.lines().count(), output);
        assertTrue(output.contains(about), output);
    }
}
