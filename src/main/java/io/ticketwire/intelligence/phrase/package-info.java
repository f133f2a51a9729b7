/**
 * Phrases with gaps, found in a row of words by the words that they begin with. Knows no meaning: whoever keeps a table gives it one.
 * Words are what is written. What hostility is told by (whom a word is aimed at, where a clause ends, what is disguised) needs a
 * grammar of roles and clauses, which is a matcher of its own in {@code hostility}: one for both would make each phrase of an
 * escalation pay for it.
 */
package io.ticketwire.intelligence.phrase;
