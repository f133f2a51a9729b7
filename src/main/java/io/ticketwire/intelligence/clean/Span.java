package io.ticketwire.intelligence.clean;

/**
 * A part of a text.
 *
 * @param start its first character, in UTF-16 units from the text's beginning
 * @param end the character after its last one
 */
public record Span(int start, int end) {}
