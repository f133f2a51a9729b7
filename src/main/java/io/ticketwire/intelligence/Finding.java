package io.ticketwire.intelligence;

import java.util.Optional;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.history.Alarm;
import io.ticketwire.intelligence.history.Read;

/**
 * What came of a message.
 *
 * @param alarm empty if its ticket is not to be escalated for it
 */
record Finding(Heard.Said said, Read read, Insight insight, Optional<Alarm> alarm) {}
