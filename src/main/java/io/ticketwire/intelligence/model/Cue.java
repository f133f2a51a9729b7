package io.ticketwire.intelligence.model;

/**
 * Something that rules found in a text and that heads may learn from.
 *
 * @param name e.g. {@code hostility.threat}
 * @param first index of its first token
 * @param last index of its last token
 */
public record Cue(String name, int first, int last) {}
