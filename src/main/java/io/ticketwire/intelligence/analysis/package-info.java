/** One message, from its text to what it says. Pure: the same text, the same answer. */
package io.ticketwire.intelligence.analysis;
