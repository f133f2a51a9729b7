package io.ticketwire.intelligence.escalation;

/**
 * Something in a text that speaks for an escalation.
 *
 * @param start its first character in the cleaned text
 * @param end the character after its last
 */
public record Mention(EscalationCause cause, int start, int end) {}
