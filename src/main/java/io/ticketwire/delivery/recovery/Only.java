package io.ticketwire.delivery.recovery;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which deliveries of a window a recovery makes again. */
public enum Only {
    /** What has failed for good, and what fails and still has retries ahead. */
    @JsonProperty("failed")
    FAILED,
    /** What was skipped, and events that match the endpoint's subscription now and have no delivery. */
    @JsonProperty("missing")
    MISSING,
    /** Every event that matches the endpoint's subscription now: what was delivered, too. */
    @JsonProperty("all")
    ALL;

    /** The word in the database and on the wire. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Only of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
