package io.ticketwire.ingress;

import java.time.Instant;
import java.util.UUID;

import io.ticketwire.event.Repeat;

/**
 * One event that was read out of a request.
 *
 * @param type a public type, or one of {@link io.ticketwire.event.InboundType}
 * @param subject what it is about; also the record's key, since it is what order matters for
 * @param data the value; written as JSON
 */
public record InboundEvent(UUID id, Repeat repeat, String type, String subject, Instant time, Object data) {}
