package io.ticketwire.local;

import java.nio.file.Path;
import java.util.Set;

import org.eclipse.microprofile.config.Config;

import io.ticketwire.platform.launch.EmbeddedServices.Kind;

/**
 * What to embed and where. The main class needs it before there are beans, so it is read from plain configuration.
 *
 * @param embedded the services to start
 * @param dataDir {@code ticketwire.local.data-dir}, default {@code ./.ticketwire}: holds everything that must outlive the process
 * @param binariesDir {@code ticketwire.local.binaries-dir}, default {@code postgres-binaries} in the data folder: where Postgres
 *     is unpacked, once
 * @param kafkaPort {@code ticketwire.local.kafka-port}, default 0: any free one, another one at each start
 * @param postgresPort {@code ticketwire.local.postgres-port}, default 0: any free one, another one at each start
 * @param topicPrefix {@code ticketwire.topics.prefix}, default {@code ticketwire}: what the topics' names begin with
 */
public record LocalSettings(
        Set<Kind> embedded, Path dataDir, Path binariesDir, int kafkaPort, int postgresPort, String topicPrefix) {

    private static final String BINARIES = "postgres-binaries";

    public LocalSettings {
        embedded = Set.copyOf(embedded);
        dataDir = dataDir.toAbsolutePath().normalize();
        binariesDir = binariesDir.toAbsolutePath().normalize();
    }

    /** Both services with their defaults, in this folder. */
    public static LocalSettings in(Path dataDir) {
        return new LocalSettings(Set.of(Kind.values()), dataDir, dataDir.resolve(BINARIES), 0, 0, TopicManifest.PREFIX);
    }

    static LocalSettings from(Config config, Set<Kind> embedded) {
        Path dataDir = Path.of(config.getOptionalValue("ticketwire.local.data-dir", String.class)
                .orElse(".ticketwire"));
        return new LocalSettings(
                embedded,
                dataDir,
                config.getOptionalValue("ticketwire.local.binaries-dir", String.class)
                        .map(Path::of)
                        .orElse(dataDir.resolve(BINARIES)),
                config.getOptionalValue("ticketwire.local.kafka-port", Integer.class)
                        .orElse(0),
                config.getOptionalValue("ticketwire.local.postgres-port", Integer.class)
                        .orElse(0),
                config.getOptionalValue("ticketwire.topics.prefix", String.class)
                        .orElse(TopicManifest.PREFIX));
    }

    /** The same with Postgres unpacked elsewhere, so that several data folders can share it. */
    public LocalSettings withBinariesIn(Path folder) {
        return new LocalSettings(embedded, dataDir, folder, kafkaPort, postgresPort, topicPrefix);
    }
}
