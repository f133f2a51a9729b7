package io.ticketwire.intelligence.escalation;

/**
 * A reason for an escalation.
 *
 * @param points what it adds to the score
 * @param words for people
 */
record Reason(int points, String words) {}
