package io.ticketwire.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Min;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of the delivery. */
@ConfigMapping(prefix = "ticketwire.delivery")
public interface DeliverySettings {

    /** How much of a response is read before the connection is closed. */
    @WithDefault("64K")
    MemorySize maxResponse();

    /** How much the headers of a response may come to; with more, the attempt has failed. */
    @WithDefault("16K")
    MemorySize maxResponseHeaders();

    /** How much of a response is kept with the attempt. */
    @WithDefault("4K")
    MemorySize keptResponse();

    /**
     * How long a connection without a request is kept, unless its receiver names another time: shorter than the five
     * seconds after which many servers close theirs. In whole seconds.
     */
    @WithDefault("4s")
    Duration keepAlive();

    /** With more connections than this open, one is closed after its response rather than kept. */
    @WithDefault("1024")
    int maxConnections();

    /** A PEM file of certificates that are trusted beside those that the system trusts. None when absent. */
    Optional<Path> trustedCertificates();

    /** How much later than its policy says a retry may come, as a share of the delay, so that retries do not come in step. */
    @WithDefault("0.1")
    double jitter();

    /** Deliveries a second that each recovery hands over, so that live traffic is left alone; at least 1. */
    @WithDefault("100")
    @Min(1)
    int recoveryRate();

    /** How long attempts are kept. */
    @WithDefault("30d")
    Duration attemptRetention();
}
