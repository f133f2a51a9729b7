package io.ticketwire.delivery.health;

import java.time.Instant;

import io.ticketwire.event.Attempt;
import io.ticketwire.event.EventType;

/**
 * What has to be told of an endpoint.
 *
 * @param type {@code webhook.disabled}, {@code webhook.failing} or {@code webhook.recovered}
 * @param reason one of the words of {@link io.ticketwire.event.EndpointNews}
 * @param cause the attempt that brought it about
 * @param failures in a row; of a recovery: before it
 * @param since when the trouble began
 * @param health after it
 */
record HealthChange(EventType type, String reason, Attempt cause, int failures, Instant since, EndpointHealth health) {}
