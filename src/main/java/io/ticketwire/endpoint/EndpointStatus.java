package io.ticketwire.endpoint;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an endpoint does. */
public enum EndpointStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("failing")
    FAILING,
    @JsonProperty("disabled")
    DISABLED;

    /** The word in the database and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
