package io.ticketwire.intelligence.model;

/**
 * Something that rules found in a text and that heads may learn from.
 *
 * @param name e.g. {@code hostility.THREAT}
 * @param start its first character in the text
 * @param end the character after its last
 */
public record Cue(String name, int start, int end) {}
