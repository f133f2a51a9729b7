package io.ticketwire.retry;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The waiting rooms. */
@ConfigMapping(prefix = "ticketwire.retry")
public interface RetrySettings {

    /**
     * How long each waiting room holds a delivery, shortest first. The rooms keep the names of their topics whatever their
     * lengths; with fewer than eight lengths the last rooms stay empty.
     */
    @WithDefault("1s,5s,10s,30s,1m,5m,30m,2h")
    List<Duration> tiers();
}
