package io.ticketwire.endpoint;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Defaults for the fields of an endpoint that are not given. */
enum Preset {
    /** For systems that must hear of everything, if late. */
    TICKETS(SignatureScheme.SHA256, Duration.ofSeconds(10), 10, "PT1S", "PT5S", "PT30S", "PT5M", "PT30M", "PT2H"),
    /** For what is stale soon. */
    MESSAGING(SignatureScheme.HEX, Duration.ofSeconds(5), 0, "PT10S", "PT60S", "PT5M");

    final SignatureScheme signature;
    final Duration timeout;

    /** Failures in a row; 0: it is marked failing when a delivery is given up, but never disabled by itself. */
    final int disableAfter;

    final List<Duration> retries;

    Preset(SignatureScheme signature, Duration timeout, int disableAfter, String... retries) {
        this.signature = signature;
        this.timeout = timeout;
        this.disableAfter = disableAfter;
        this.retries = Stream.of(retries).map(Duration::parse).toList();
    }

    /** The word in the database and on the wire. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Preset> of(String word) {
        return Arrays.stream(values())
                .filter(known -> known.word().equals(word))
                .findAny();
    }
}
