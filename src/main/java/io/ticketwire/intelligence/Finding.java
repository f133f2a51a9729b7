package io.ticketwire.intelligence;

import java.util.Optional;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.history.Alarm;
import io.ticketwire.intelligence.history.Read;

/**
 * What came of a message, or of a ticket.
 *
 * @param insight null of a ticket without text: there was nothing to read
 * @param alarm empty if its ticket is not to be escalated for it
 */
record Finding(Heard.Judged heard, Read read, Insight insight, Optional<Alarm> alarm) {}
