/** Reads what customers write: language, sentiment, hostility, urgency, category, escalation; and why. Tells, and decides nothing. */
package io.ticketwire.intelligence;
