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
 * @param waiting how many deliveries wait in the tiers
 * @param connections of the closed loop
 * @param gatewayJvm options of the gateway's JVM
 */
public record Options(
        Path build, List<String> scenarios, int seconds, int waiting, int connections, List<String> gatewayJvm) {

    /** The system properties {@code bench.*}; none has a default here. */
    static Options read() {
        return new Options(
                Path.of(property("build")),
                List.of(property("scenarios").split(",")),
                Integer.parseInt(property("seconds")),
                Integer.parseInt(property("waiting")),
                Integer.parseInt(property("connections")),
                Stream.of(property("gateway-jvm").split("\\s+"))
                        .filter(option -> !option.isEmpty())
                        .toList());
    }

    /** Half as long as a measured phase. */
    public int warmUpSeconds() {
        return Math.max(2, seconds / 2);
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
