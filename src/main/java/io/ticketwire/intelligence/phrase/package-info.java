/** Phrases with gaps, found in a row of words by the words that they begin with. Knows no meaning: whoever keeps a table gives it one. */
package io.ticketwire.intelligence.phrase;
