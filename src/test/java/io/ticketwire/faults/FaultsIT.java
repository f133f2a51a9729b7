package io.ticketwire.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A steady load while gateway, broker, database, disk and receiver fail. {@code -Dfaults.duration}, {@code -Dfaults.rate} and
 * {@code -Dfaults.seed} make another run of it; see the package's description.
 */
class FaultsIT {

    private static final Path FOLDER = Path.of("target", "faults");

    @Test
    void whateverFailsEachAcceptedEventArrivesAndOnlyWhatWasUnderWayArrivesTwice() throws Exception {
        // given
        Duration duration = Duration.parse(System.getProperty("faults.duration", "PT30S"));
        int perSecond = Integer.getInteger("faults.rate", 50);
        long seed = Long.getLong("faults.seed", System.currentTimeMillis());
        System.out.println("Faults: -Dfaults.seed=" + seed);

        // when
        Report report;
        Path folder = FOLDER.resolve("run-" + seed);
        FileUtils.deleteDirectory(folder.toFile());
        try (Stage stage = new Stage(Files.createDirectories(folder)).open()) {
            report = new Run(stage, seed, duration, perSecond).go();
        }

        // then
        System.out.println(report);
        report.write(FOLDER.resolve("report-" + seed + ".json"));
        assertAll(
                () -> assertTrue(report.accepted() > 0, "nothing was accepted"),
                () -> assertEquals(Set.of(), report.missing(), "did not go wrong"),
                () -> assertEquals(0, report.lost(), "lost"),
                () -> assertEquals(0, report.unexplained(), "duplicates that nothing explains"),
                () -> assertTrue(report.duplicates() <= report.duplicateBound(), "too many duplicates"),
                () -> assertEquals(0, report.unsettled(), "delivered, but the API says otherwise"));
    }
}
