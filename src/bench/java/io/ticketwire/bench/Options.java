package io.ticketwire.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command line says, see {@code src/bench/README.md}.
 *
 * @param build where the benchmarked package was built
 * @param scenarios by name, in the order in which they run
 * @param seconds how long a measured phase lasts
 * @param warmUpSeconds how long a gateway is loaded at least before anything is measured
 * @param waiting how many deliveries wait in the tiers
 * @param connections of the closed loop
 * @param rate tickets per second of {@code alarm}
 * @param gatewayJvm options of the gateway's JVM
 */
public record Options(
        Path build,
        List<String> scenarios,
        int seconds,
        int warmUpSeconds,
        int waiting,
        int connections,
        double rate,
        List<String> gatewayJvm) {

    /** The system properties {@code bench.*}; none but the rate has a default here. */
    static Options read() {
        return new Options(
                Path.of(property("build")),
                List.of(property("scenarios").split(",")),
                Integer.parseInt(property("seconds")),
                Integer.parseInt(property("warm-up")),
                Integer.parseInt(property("waiting")),
                Integer.parseInt(property("connections")),
                Double.parseDouble(System.getProperty("bench.rate", "200")),
                Stream.of(property("gateway-jvm").split("\\s+"))
                        .filter(option -> !option.isEmpty())
                        .toList());
    }

    /** Where this run keeps its data and its results. */
    public Path folder() {
        return build.getParent();
    }

    private static String property(String name) {
        String value = System.getProperty("bench." + name);
        if (value == null) {
            throw new IllegalArgumentException("no -Dbench." + name);
        }
        return value;
    }
}
