/**
 * Which tickets of a connector say the same, or nearly: in memory, over a bounded window, in any language. Knows words, not who
 * wrote them, and stores nothing.
 */
package io.ticketwire.intelligence.similar;
