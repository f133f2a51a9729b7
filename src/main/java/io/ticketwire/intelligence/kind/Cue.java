package io.ticketwire.intelligence.kind;

/**
 * What a phrase says of the kind of its message.
 *
 * @param weight negative if it speaks against
 * @param topic what is said alike, e.g. {@code absence}
 */
record Cue(MessageKind kind, int weight, String topic) {}
