package io.ticketwire.ingress;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of the ingress. */
@ConfigMapping(prefix = "ticketwire.ingress")
public interface IngressSettings {

    /** The largest body; a larger one is answered 413. The inbound topic takes 4 MiB with all that belongs to the record. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** The largest body on the routes for mail; beyond {@code max-body} it is kept on disk until the answer. */
    @WithDefault("30M")
    MemorySize maxMailBody();

    /** Where large mails are until they are answered; by default a folder among the system's temporary files. */
    Optional<Path> spoolDir();

    /** Bytes of all large mails between their arrival and the answer; beyond them a request is answered 503. */
    @WithDefault("512M")
    MemorySize maxSpoolBytes();

    /** Nonces of signatures that are remembered, to know a signature that is used for another body. */
    @WithDefault("100000")
    int nonces();

    /** How long a nonce is remembered; longer than any sender that has one goes on retrying. */
    @WithDefault("24h")
    Duration nonceWindow();

    /** How long a body may take to arrive; a slower one is answered 408. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** The same for a mail. */
    @WithDefault("2m")
    Duration mailBodyTimeout();

    /** Requests between their first byte and their answer; one more is answered 503. */
    @WithDefault("1000")
    int maxInFlight();

    /** Bytes of all bodies between their arrival and the answer; beyond them a request is answered 503. */
    @WithDefault("64M")
    MemorySize maxInFlightBytes();

    /** What {@code Retry-After} says on a 503. */
    @WithDefault("5s")
    Duration retryAfter();
}
