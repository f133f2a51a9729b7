package io.ticketwire.event.store;

import java.util.UUID;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventType;

/**
 * A public event to be emitted.
 *
 * @param type says on which topic
 * @param rawId under which the request behind it is kept; null if there was none
 */
public record Emission(Event event, EventType type, UUID rawId) {}
