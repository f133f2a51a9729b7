package io.ticketwire.testing;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Configuration without Quarkus: the defaults of a mapping, and what a test sets. */
public final class Settings {

    private Settings() {}

    /** @param keysAndValues whole keys, each followed by its value */
    public static <T> T of(Class<T> mapping, String... keysAndValues) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(mapping);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            builder.withDefaultValue(keysAndValues[i], keysAndValues[i + 1]);
        }
        return builder.build().getConfigMapping(mapping);
    }
}
