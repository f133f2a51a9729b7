package io.ticketwire.intelligence.hostility;

/**
 * A sign for or against hostility in a text.
 *
 * @param firstToken index of its first token
 * @param lastToken index of its last token
 */
public record Signal(SignalKind kind, int firstToken, int lastToken) {}
