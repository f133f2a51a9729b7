/** How much speaks for handing a ticket up: a score by rules, with its reasons. */
package io.ticketwire.intelligence.escalation;
