package io.ticketwire.bench.scenario;

import io.ticketwire.bench.report.Report;

/** Something to measure. */
public interface Scenario {

    /** Sets up, warms up, measures, takes down. Throws if a process dies. */
    void run(Stage stage, Report report);
}
